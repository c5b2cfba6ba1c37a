package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/judge"
)

const learnUsage = `用法（开发用）：
  yidanqing learn --list 清单 --cases 标注.jsonl > assets/weights/weights.json

从标注的来文学出匹配的几个权重；同样的输入给出同样的结果。`

// Learner makes the weights of the matcher from labelled demands.
type Learner func(list *app.DutyList, cases []judge.Labelled) judge.Weights

func (t Tools) learnCommand() Command {
	return Command{Name: "learn", Summary: "学出匹配权重", Usage: learnUsage, Hidden: true, Run: t.runLearn}
}

func (t Tools) runLearn(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "list cases", "")
	if err == nil && (o.value("list") == "" || o.value("cases") == "") {
		err = app.Errorf(app.CodeInvalid, "请给出 --list 和 --cases。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	preview, err := t.ReadList(ctx, []string{o.value("list")}, duty.Options{})
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	data, err := t.Read(ctx, o.value("cases"))
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	cases, err := labelled(data)
	if err != nil {
		complain(streams, err)
		return Failed
	}
	out, err := t.Learn(&preview.List, cases).Marshal(fmt.Sprintf("由 yidanqing learn 从 %d 个标注事项学出，勿手改。", len(cases)))
	if err != nil {
		complain(streams, err)
		return Failed
	}
	fmt.Fprintf(streams.Out, "%s\n", out)
	return OK
}

// labelled reads labelled notices. Kinds that need no entry, and forms, say nothing of the matcher and are left out.
func labelled(data []byte) ([]judge.Labelled, error) {
	type expect struct {
		Quote    string  `json:"quote"`
		ListKind *string `json:"list_kind"`
		ItemName *string `json:"item_name"`
		Kind     string  `json:"kind"`
	}
	var out []judge.Labelled
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 16<<20)
	for n := 1; s.Scan(); n++ {
		var c struct {
			ID, Received, Kind, Text string
			Expect                   struct {
				expect
				Verdict string
				Demands []expect
			}
		}
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			return nil, app.WrapError(app.CodeInvalid, err, "标注文件第 %d 行不是有效的 JSON。", n)
		}
		if c.Expect.Verdict == string(app.VerdictInfo) {
			continue
		}
		day, err := app.ParseDate(c.Received)
		if err != nil {
			return nil, err
		}
		list := c.Expect.Demands
		if len(list) == 0 {
			c.Expect.expect.Kind = c.Kind
			list = []expect{c.Expect.expect}
		}
		for _, e := range list {
			l := judge.Labelled{ID: c.ID, Text: c.Text, Received: day, Quote: e.Quote}
			if e.ItemName != nil {
				l.Entry = *e.ItemName
			} else if e.ListKind == nil || *e.ListKind != string(app.PartNone) || e.Kind == string(app.KindForm) {
				continue
			}
			out = append(out, l)
		}
	}
	return out, s.Err()
}
