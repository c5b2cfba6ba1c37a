package command

import (
	"context"
	"fmt"
	"io"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/oldledger"
)

const importUsage = `用法：
  yidanqing import [--data 数据夹] [--title 标题] [--number 文号] [--from 施行日期] [--preview] [--json] 清单文件...
  yidanqing import --register 种类 [--data 数据夹] 名录文件
  yidanqing import --ledger [--data 数据夹] [--preview] [--json] 旧台账文件

清单可以是 .xlsx、.docx、.csv、.tsv（UTF-8 或 GB18030）；三个部分可以在一张表、几个工作表、几个文件或一个文档的几张表里。
导入前先列出读懂了几条、哪几行没有读懂和原因。有一条读不懂也不会悄悄丢掉，也不会只导一半。

  --title --number --from   文件里没有写明的标题、文号、施行日期
  --preview                 只看不导入
  --register                导入名录：inspection、form、app、campaign、meeting
  --ledger                  导入使用本软件以前的台账（日期、来文单位、标题、类型、处理），只用于与使用前比

退出码：0 已导入（或只看）；1 没有导入；2 参数不对。`

func (t Tools) importCommand() Command {
	return Command{Name: "import", Summary: "导入履职事项清单、名录或旧台账", Usage: importUsage, Run: t.runImport}
}

func (t Tools) runImport(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data title number from register", "preview json ledger")
	if err == nil && len(o.rest) == 0 {
		err = app.Errorf(app.CodeInvalid, "没有给出文件。加 --help 看用法。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	if o.switches["ledger"] {
		return t.importOld(ctx, o, streams)
	}
	if k := o.value("register"); k != "" {
		return t.importRegister(ctx, app.RegisterKind(k), o, streams)
	}
	var opt duty.Options
	opt.Source.Title, opt.Source.DocNo = o.value("title"), o.value("number")
	if v := o.value("from"); v != "" {
		if opt.Source.From, err = app.ParseDate(v); err != nil {
			complain(streams, err)
			return BadArgs
		}
	}
	p, err := t.ReadList(ctx, o.rest, opt)
	if o.switches["json"] && err == nil {
		if e := printJSON(streams.Out, p); e != nil {
			return Failed
		}
	} else {
		printPreview(streams.Out, p)
	}
	if err != nil {
		complain(streams, err)
		return Failed
	}
	if o.switches["preview"] {
		return OK
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		if _, err := d.Upkeep.ImportList(ctx, p.List); err != nil {
			return err
		}
		fmt.Fprintf(streams.Err, "已导入%s %d 条，存放在 %s。\n", listName(p.List.Source.Title), len(p.List.Duties), d.Dir)
		return nil
	})
}

func (t Tools) importRegister(ctx context.Context, kind app.RegisterKind, o options, streams Streams) int {
	if kind.Title() == "" {
		fmt.Fprintln(streams.Err, "名录种类应为 inspection、form、app、campaign 或 meeting。")
		return BadArgs
	}
	r, unread, err := t.ReadRegister(ctx, kind, o.rest[0])
	for _, u := range unread {
		fmt.Fprintln(streams.Err, "没有读懂：", u)
	}
	if err != nil {
		complain(streams, err)
		return Failed
	}
	if o.switches["preview"] {
		fmt.Fprintf(streams.Out, "%s：%d 条\n", kind.Title(), len(r.Entries))
		return OK
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		if _, err := d.Upkeep.ImportRegister(ctx, r); err != nil {
			return err
		}
		fmt.Fprintf(streams.Out, "已导入%s，%d 条。\n", kind.Title(), len(r.Entries))
		return nil
	})
}

// importOld takes in what the office kept before this program.
func (t Tools) importOld(ctx context.Context, o options, streams Streams) int {
	if len(o.rest) != 1 {
		fmt.Fprintln(streams.Err, "旧台账一次导入一个文件。加 --help 看用法。")
		return BadArgs
	}
	tables, err := t.ReadTables(ctx, o.rest[0])
	if err != nil {
		complain(streams, err)
		return Failed
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		p, err := d.Intake.PreviewOldLedger(ctx, tables, oldledger.Options{})
		if o.switches["json"] && err == nil {
			if err := printJSON(streams.Out, p); err != nil {
				return err
			}
		} else {
			printOldPreview(streams.Out, p)
		}
		if err != nil || o.switches["preview"] {
			return err
		}
		l, err := d.Intake.ImportOldLedger(ctx, p.Ledger)
		if err != nil {
			return err
		}
		fmt.Fprintf(streams.Err, "已导入旧台账 %d 行，标为“导入”。\n", len(l.Old.Rows))
		return nil
	})
}

func printOldPreview(w io.Writer, p oldledger.Preview) {
	for _, u := range p.Uses {
		fmt.Fprintf(w, "%s：%s，%d 行\n", u.Field.Title(), u.Where, u.Count)
	}
	for _, x := range p.Warnings {
		fmt.Fprintf(w, "提醒：%s\n", x)
	}
	if len(p.Unread) > 0 {
		fmt.Fprintf(w, "不会导入的行 %d：\n", len(p.Unread))
	}
	for _, u := range p.Unread {
		fmt.Fprintf(w, "  %s第%d行 “%s”：%s\n", u.Sheet, u.Row, u.Words, u.Reason)
	}
}

// printPreview shows what an import would give, as the import page does.
func printPreview(w io.Writer, p duty.Preview) {
	src := p.List.Source
	fmt.Fprintf(w, "标题：%s\n文号：%s\n施行：%s\n", or(src.Title, "（没有看到）"), or(src.DocNo, "（没有看到）"), or(src.From.Chinese(), "（没有看到）"))
	for _, part := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
		fmt.Fprintf(w, "%s：%d 条\n", part.Title(), p.Count(part))
	}
	if len(p.Unread) > 0 {
		fmt.Fprintf(w, "没有读懂的行 %d：\n", len(p.Unread))
		for _, u := range p.Unread {
			fmt.Fprintf(w, "  %s第%d行 “%s”：%s\n", u.Name, u.Row, u.Words, u.Reason)
		}
	}
	for _, x := range p.Warnings {
		fmt.Fprintf(w, "提醒：%s\n", x.Text)
	}
	for _, q := range p.Missing {
		fmt.Fprintf(w, "要补：%s\n", q.Text)
	}
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// listName names a list by its title, if it has one.
func listName(title string) string {
	if title == "" {
		return "未写标题的清单"
	}
	return "《" + title + "》"
}
