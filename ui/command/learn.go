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
  yidanqing learn --list 清单 --cases 标注.jsonl [--list 清单 --cases 标注.jsonl]... > assets/weights/weights.json

从标注的来文学出匹配的几个权重；几个地方的清单一起学，不偏向一个地方的用语。同样的输入给出同样的结果。`

// Learner makes the weights of the matcher from labelled demands.
type Learner func(lists []*app.DutyList, cases [][]judge.Labelled) judge.Weights

func (t Tools) learnCommand() Command {
	return Command{Name: "learn", Summary: "学出匹配权重", Usage: learnUsage, Hidden: true, Run: t.runLearn}
}

func (t Tools) runLearn(ctx context.Context, args []string, streams Streams) int {
	lists, all, count, code := t.lessons(ctx, args, streams)
	if code != OK {
		return code
	}
	out, err := t.Learn(lists, all).Marshal(fmt.Sprintf("由 yidanqing learn 从 %d 份清单、%d 个标注事项学出，勿手改。", len(lists), count))
	if err != nil {
		complain(streams, err)
		return Failed
	}
	fmt.Fprintf(streams.Out, "%s\n", out)
	return OK
}

// lessons reads the lists and labelled notices that stand in pairs on the command line; a code other than OK ends the command.
func (t Tools) lessons(ctx context.Context, args []string, streams Streams) (lists []*app.DutyList, all [][]judge.Labelled, count, code int) {
	o, err := parse(args, "list cases", "")
	files := o.values["cases"]
	if err == nil && (len(files) == 0 || len(o.values["list"]) != len(files)) {
		err = app.Errorf(app.CodeInvalid, "--list 和 --cases 要成对给出。")
	}
	if err != nil {
		complain(streams, err)
		return nil, nil, 0, BadArgs
	}
	for i, path := range o.values["list"] {
		list, cases, err := t.lesson(ctx, path, files[i])
		if err != nil {
			complain(streams, err)
			return nil, nil, 0, Failed
		}
		lists, all, count = append(lists, list), append(all, cases), count+len(cases)
	}
	return lists, all, count, OK
}

// lesson reads a list and the labelled notices that go with it.
func (t Tools) lesson(ctx context.Context, list, cases string) (*app.DutyList, []judge.Labelled, error) {
	p, err := t.ReadList(ctx, []string{list}, duty.Options{})
	if err != nil {
		return nil, nil, err
	}
	data, err := t.Read(ctx, cases)
	if err != nil {
		return nil, nil, err
	}
	l, err := labelled(data)
	return &p.List, l, err
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
