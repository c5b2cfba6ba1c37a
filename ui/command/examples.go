package command

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/judge"
)

const examplesUsage = `用法（开发用）：
  yidanqing examples --list 清单 --cases 标注.jsonl [--list 清单 --cases 标注.jsonl]... > assets/phrasing/notices.tsv

从标注的来文取说法例句：一项要求的原话，对上它的事项所讲的概念。取出的文件由 yidanqing phrases 做成说法表。`

// Example is what a labelled demand asks, and the concepts that it is an example of.
type Example struct {
	Concepts []string
	Words    string
}

// Exemplifier takes the examples out of labelled demands, lists and cases in pairs.
type Exemplifier func(lists []*app.DutyList, cases [][]judge.Labelled) []Example

func (t Tools) examplesCommand() Command {
	return Command{Name: "examples", Summary: "从标注取说法例句", Usage: examplesUsage, Hidden: true, Run: t.runExamples}
}

func (t Tools) runExamples(ctx context.Context, args []string, streams Streams) int {
	lists, cases, _, code := t.lessons(ctx, args, streams)
	if code != OK {
		return code
	}
	fmt.Fprintln(streams.Out, "# 说法例句：标注来文里各项要求的原话。由 yidanqing examples 取出，勿手改。")
	for _, e := range t.Examples(lists, cases) {
		fmt.Fprintf(streams.Out, "%s\t%s\n", strings.Join(e.Concepts, ";"), e.Words)
	}
	return OK
}
