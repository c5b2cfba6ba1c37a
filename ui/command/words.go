package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"yidanqing/app"
	"yidanqing/app/duty"
)

const wordsUsage = `用法：
  yidanqing words [--list 清单]... [--jsonl 来文.jsonl]... [--top 个数] [--json] [来文...]

列出清单和来文里词典还不认识的词，出现在越多件里的越靠前，供扩充词典或加“本单位用语”。

  --list    履职事项清单，可多次给；每一项算一件
  --jsonl   逐行的来文，{"text"}
  --top     最多列多少个，不给时列 50 个；0 为全部
  --json    输出 JSON 数组`

func (t Tools) wordsCommand() Command {
	return Command{Name: "words", Summary: "列出词典不认识的词", Usage: wordsUsage, Run: t.runWords}
}

func (t Tools) runWords(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "list jsonl top", "json")
	top := 50
	if err == nil && o.value("top") != "" {
		if top, err = strconv.Atoi(o.value("top")); err != nil || top < 0 {
			err = app.Errorf(app.CodeInvalid, "--top 后面要写一个不小于 0 的数。")
		}
	}
	if err == nil && len(o.rest)+len(o.values["list"])+len(o.values["jsonl"]) == 0 {
		err = app.Errorf(app.CodeInvalid, "请给出清单或来文。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	texts, err := t.textsOf(ctx, o)
	if err != nil {
		complain(streams, err)
		return Failed
	}
	words := t.Unknown(texts)
	if top > 0 {
		words = words[:min(top, len(words))]
	}
	if o.switches["json"] {
		if err := printJSON(streams.Out, words); err != nil {
			complain(streams, err)
			return Failed
		}
		return OK
	}
	for _, w := range words {
		fmt.Fprintf(streams.Out, "%s\t%d 件\t%s\n", w.Word, w.Texts, w.Example)
	}
	return OK
}

// textsOf reads what the words command was given: entries of lists, lines of notices, files.
func (t Tools) textsOf(ctx context.Context, o options) ([]string, error) {
	var out []string
	for _, path := range o.values["list"] {
		p, err := t.ReadList(ctx, []string{path}, duty.Options{})
		if err != nil {
			return nil, err
		}
		for _, d := range p.List.Duties {
			out = append(out, d.Name+"。"+d.TownDuty+"。"+d.UpperDuty)
		}
	}
	for _, path := range o.values["jsonl"] {
		data, err := t.Read(ctx, path)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, 16<<20)
		for n := 1; lines.Scan(); n++ {
			var c struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
				return nil, app.WrapError(app.CodeInvalid, err, "%s 第 %d 行不是有效的 JSON。", path, n)
			}
			out = append(out, c.Text)
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, path := range o.rest {
		data, err := t.Read(ctx, path)
		if err != nil {
			return nil, err
		}
		doc, err := t.Notice(ctx, path, data)
		if err != nil {
			return nil, err
		}
		out = append(out, doc.Text())
	}
	return out, nil
}
