package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

const addUsage = `用法：
  yidanqing add [--data 数据夹] [--received 年-月-日] [--json] 来文...
  yidanqing add [--data 数据夹] --jsonl 输入.jsonl

读来文、比对并登记到台账。同样内容的来文不重复登记；带密级标志的不收。
  --received   收到日期；不给时按来文和今天推定
  --jsonl      从文件逐行读 {"text","received"}，一行一件

退出码：0 全部登记；1 有的没有登记；2 参数不对。`

func (t Tools) addCommand() Command {
	return Command{Name: "add", Summary: "登记来文到台账", Usage: addUsage, Run: t.runAdd}
}

// added is the answer for one notice.
type added struct {
	Name    string      `json:"name"`
	Number  string      `json:"number,omitempty"`
	ID      string      `json:"id,omitempty"`
	Verdict app.Verdict `json:"verdict,omitempty"`
	Error   string      `json:"error,omitempty"`
}

func (t Tools) runAdd(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data received jsonl", "json")
	if err == nil && len(o.rest) == 0 && o.value("jsonl") == "" {
		err = app.Errorf(app.CodeInvalid, "没有给出来文。加 --help 看用法。")
	}
	var received app.Date
	if v := o.value("received"); err == nil && v != "" {
		received, err = app.ParseDate(v)
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	failed := false
	code := t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		if f := o.value("jsonl"); f != "" {
			return t.addLines(ctx, d, f, received, streams, &failed)
		}
		var all []added
		for _, path := range o.rest {
			a := t.addFile(ctx, d, path, received, streams)
			failed = failed || a.Error != ""
			all = append(all, a)
			if !o.switches["json"] {
				printAdded(streams, a)
			}
		}
		if o.switches["json"] {
			return printJSON(streams.Out, all)
		}
		return nil
	})
	if code == OK && failed {
		return Failed
	}
	return code
}

func printAdded(streams Streams, a added) {
	if a.Error != "" {
		fmt.Fprintf(streams.Err, "%s：%s\n", a.Name, a.Error)
		return
	}
	fmt.Fprintf(streams.Out, "%s\t%s\t建议：%s\n", a.Number, a.Name, a.Verdict.Title())
}

func (t Tools) addFile(ctx context.Context, d *Desk, path string, received app.Date, streams Streams) added {
	a := added{Name: filepath.Base(path)}
	var data []byte
	var err error
	name := path
	if path == "-" {
		name = ""
		b := new(bytes.Buffer)
		_, err = b.ReadFrom(streams.In)
		data = b.Bytes()
	} else {
		data, err = t.Read(ctx, path)
	}
	if err == nil {
		var doc app.Document
		if doc, err = t.Notice(ctx, name, data); err == nil {
			opt := intake.Options{}
			if name != "" {
				opt.Originals = []intake.Original{{Name: filepath.Base(path), Data: data}}
			}
			return addDocument(ctx, d, a, doc, opt, received)
		}
	}
	a.Error = app.ErrorMessage(err)
	return a
}

func addDocument(ctx context.Context, d *Desk, a added, doc app.Document, opt intake.Options, received app.Date) added {
	draft, err := d.Intake.Read(ctx, doc, opt)
	if err == nil && !received.IsZero() {
		draft, err = d.Intake.SetReceived(ctx, draft, ledger.Received{Date: received, Source: ledger.DayClerk})
	}
	var n ledger.Notice
	if err == nil {
		n, err = d.Intake.Register(ctx, draft)
	}
	if err != nil {
		a.Error = app.ErrorMessage(err)
		return a
	}
	a.Number, a.ID, a.Verdict = n.Number(), n.ID, n.Check.Verdict
	return a
}

func (t Tools) addLines(ctx context.Context, d *Desk, path string, received app.Date, streams Streams, failed *bool) error {
	data, err := t.Read(ctx, path)
	if err != nil {
		return err
	}
	out := json.NewEncoder(streams.Out)
	out.SetEscapeHTML(false)
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 64<<20)
	for n := 1; s.Scan(); n++ {
		if len(bytes.TrimSpace(s.Bytes())) == 0 {
			continue
		}
		a := added{Name: fmt.Sprintf("第%d行", n)}
		var in struct{ Text, Received string }
		day := received
		err := json.Unmarshal(s.Bytes(), &in)
		if err == nil && in.Received != "" {
			day, err = app.ParseDate(in.Received)
		}
		if err != nil {
			a.Error = "这一行不是有效的 JSON，或日期不对。"
		} else if doc, err := t.Notice(ctx, "", []byte(in.Text)); err != nil {
			a.Error = app.ErrorMessage(err)
		} else {
			a = addDocument(ctx, d, a, doc, intake.Options{}, day)
		}
		*failed = *failed || a.Error != ""
		if err := out.Encode(a); err != nil {
			return fmt.Errorf("write answers: %w", err)
		}
	}
	return s.Err()
}

const listUsage = `用法：
  yidanqing list [--data 数据夹] [--words 词] [--verdict 意见] [--limit 条数] [--json]

列出台账里的来件，新的在前。
  --words     标题、文号、来文单位、原文里都有的词，用空格隔开
  --verdict   do、cooperate、refuse、escalate、mixed、info
  --limit     最多几条，默认 50`

func (t Tools) listCommand() Command {
	return Command{Name: "list", Summary: "列出台账", Usage: listUsage, Run: t.runList}
}

func (t Tools) runList(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data words verdict limit", "json")
	limit := 50
	if v := o.value("limit"); err == nil && v != "" {
		if _, e := fmt.Sscanf(v, "%d", &limit); e != nil || limit < 1 {
			err = app.Errorf(app.CodeInvalid, "--limit 应为正整数。")
		}
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		f := inquire.Filter{Words: o.value("words"), Verdict: app.Verdict(o.value("verdict"))}
		p, err := d.Inquire.Page(ctx, f, inquire.Cursor{}, limit)
		if err != nil {
			return err
		}
		if o.switches["json"] {
			return printJSON(streams.Out, p.Rows)
		}
		for _, r := range p.Rows {
			states := make([]string, len(r.Demands))
			for i, x := range r.Demands {
				states[i] = x.Title
			}
			fmt.Fprintf(streams.Out, "%d年第%d号\t%s\t%s\t%s\t%s\t%s\n", r.Year, r.No, r.Received.Date, r.Issuer, r.ShortTitle, r.Verdict.Title(), strings.Join(states, "、"))
		}
		total, err := d.Inquire.Total(ctx, f)
		if err == nil {
			fmt.Fprintf(streams.Err, "共 %d 件，列出 %d 件。\n", total.Notices, len(p.Rows))
		}
		return err
	})
}

// find gives the ID of a notice by its ledger number or its ID.
func find(ctx context.Context, d *Desk, name string) (string, error) {
	var year, no int
	plain := strings.NewReplacer("年第", "-", "号", "", "年", "-", "第", "").Replace(name)
	if _, err := fmt.Sscanf(plain, "%d-%d", &year, &no); err != nil {
		return name, nil
	}
	p, err := d.Inquire.Page(ctx, inquire.Filter{}, inquire.Cursor{Year: year, No: no + 1}, 1)
	if err != nil {
		return "", err
	}
	if len(p.Rows) == 1 && p.Rows[0].Year == year && p.Rows[0].No == no {
		return p.Rows[0].ID, nil
	}
	return "", app.Errorf(app.CodeNotFound, "台账里没有 %d年第%d号。用 yidanqing list 看有哪些。", year, no)
}

// print writes a paper into a folder: the draft, or the issued one; word adds its editable copy. Characters that the paper
// shows in another shape are told on the side.
func print(ctx context.Context, streams Streams, d *Desk, r decide.Request, issue, word bool) (string, error) {
	tell := func(list []paper.Replaced) {
		if note := paper.ReplacedNote(list); note != "" {
			fmt.Fprintf(streams.Err, "%s。\n", note)
		}
	}
	if !issue {
		p, err := d.Decide.Draft(ctx, r)
		if err != nil {
			return "", err
		}
		tell(p.Replaced)
		if word {
			if _, err := d.Decide.SaveDraftTwin(ctx, r, r.Folder); err != nil {
				return "", err
			}
		}
		return d.Decide.SaveDraft(ctx, r, r.Folder)
	}
	i, err := d.Decide.Issue(ctx, r)
	if err != nil {
		return "", err
	}
	tell(i.Replaced)
	if i.Trouble != nil {
		return i.Stored, i.Trouble
	}
	if word {
		if _, err := d.Decide.SaveTwin(ctx, i.Paper.ID, r.Folder); err != nil {
			return i.Copy, err
		}
	}
	return i.Copy, nil
}
