package command

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/upkeep"
)

const templatesUsage = `用法：
  yidanqing templates [--data 数据夹] [--own] [--json]            列出文书里可以改的语句，本单位改过的有标记
  yidanqing templates [--data 数据夹] --export 文件夹              把措辞存成文本文件，可以在上面改
  yidanqing templates [--data 数据夹] --export 文件夹 --edition 版式   同上，存某一版式当时的措辞（版式印在文书的校验栏里）
  yidanqing templates [--data 数据夹] --import 文件                导入改好的措辞文件；有一处不对就一句也不导入
  yidanqing templates [--data 数据夹] --reset 名称                 恢复原文：一种文书（如 反馈函）或一句（名称见列表，如 text/reply）

写法：【】里是字段，出文时从记录填上；｛｝里的话，字段没有内容时整段不印；一行一种写法，从上往下取第一种字段齐全的。
依据、原句、文号等字段要保留；继续承担的事项不能写成不承担。改动用在以后的文书上，已出的文书和它的版式不变。

  --own    只列改过的
  --json   输出 JSON

退出码：0 完成；1 没有办成；2 参数不对。`

func (t Tools) templatesCommand() Command {
	return Command{Name: "templates", Summary: "看或改文书的措辞", Usage: templatesUsage, Run: t.runTemplates}
}

func (t Tools) runTemplates(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data export edition import reset", "own json")
	if err == nil && len(o.rest) > 0 {
		err = app.Errorf(app.CodeInvalid, "不认识“%s”。加 --help 看用法。", o.rest[0])
	}
	if err == nil && o.value("edition") != "" && o.value("export") == "" {
		err = app.Errorf(app.CodeInvalid, "--edition 要和 --export 文件夹 一起用。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		switch {
		case o.value("export") != "":
			path, err := d.Upkeep.SaveWording(ctx, o.value("export"), o.value("edition"))
			if err == nil {
				fmt.Fprintln(streams.Out, path)
			}
			return err
		case o.value("import") != "":
			return t.importWording(ctx, d.Upkeep, o.value("import"), streams.Out)
		case o.value("reset") != "":
			return resetWording(ctx, d.Upkeep, o.value("reset"), streams.Out)
		}
		return listWording(ctx, d.Upkeep, o.switches["own"], o.switches["json"], streams.Out)
	})
}

func (t Tools) importWording(ctx context.Context, u *upkeep.Service, path string, out io.Writer) error {
	text, err := t.ReadPlain(ctx, path)
	if err != nil {
		return err
	}
	n, err := u.ImportWording(ctx, text)
	if err == nil {
		fmt.Fprintf(out, "已导入，改动 %d 句，用在以后的文书上。\n", n)
	}
	return err
}

// resetWording takes a paper or a single sentence back to the shipped words.
func resetWording(ctx context.Context, u *upkeep.Service, name string, out io.Writer) error {
	all, err := u.Wordings(ctx)
	if err != nil {
		return err
	}
	for _, p := range all.Papers {
		if p.Title == name {
			n, err := u.ResetPaper(ctx, name)
			if err == nil {
				fmt.Fprintf(out, "“%s”已恢复原文 %d 句。\n", name, n)
			}
			return err
		}
		if slices.ContainsFunc(p.Rows, func(r upkeep.SentenceRow) bool { return r.Name == name }) {
			if err := u.ResetSentence(ctx, name); err != nil {
				return err
			}
			fmt.Fprintf(out, "“%s”已恢复原文。\n", name)
			return nil
		}
	}
	return app.Errorf(app.CodeNotFound, "没有“%s”这种文书或语句，没有改动。", name)
}

// sentenceLine is a sentence as --json prints it.
type sentenceLine struct {
	Name    string   `json:"name"`
	Paper   string   `json:"paper"`
	Label   string   `json:"label"`
	Text    string   `json:"text"`
	Shipped string   `json:"shipped,omitempty"` // where the office says it otherwise
	Fields  []string `json:"fields,omitempty"`
	Must    []string `json:"must,omitempty"` // of these, the ones that have to stay
	Fault   string   `json:"fault,omitempty"`
}

func listWording(ctx context.Context, u *upkeep.Service, ownOnly, asJSON bool, out io.Writer) error {
	all, err := u.Wordings(ctx)
	if err != nil {
		return err
	}
	lines := []sentenceLine{}
	for _, p := range all.Papers {
		for _, r := range p.Rows {
			if ownOnly && !r.Own {
				continue
			}
			l := sentenceLine{Name: r.Name, Paper: p.Title, Label: r.Label, Text: r.Text, Fault: r.Fault}
			if r.Own {
				l.Shipped = r.Shipped
			}
			for _, f := range r.Fields {
				l.Fields = append(l.Fields, f.Name)
				if f.Must {
					l.Must = append(l.Must, f.Name)
				}
			}
			lines = append(lines, l)
		}
	}
	if asJSON {
		return printJSON(out, struct {
			Edition   string         `json:"edition"`
			Sentences []sentenceLine `json:"sentences"`
		}{all.Edition, lines})
	}
	fmt.Fprintf(out, "版式 %s\n", all.Edition)
	for _, l := range lines {
		mark := "原文"
		switch {
		case l.Fault != "":
			mark = "未用" // the shipped words stand
		case l.Shipped != "":
			mark = "已改"
		}
		fmt.Fprintf(out, "%s\t%s：%s\t%s\n%s\n", mark, l.Paper, l.Label, l.Name, "    "+strings.ReplaceAll(l.Text, "\n", "\n    "))
		if l.Fault != "" {
			fmt.Fprintf(out, "    %s\n", l.Fault)
		}
	}
	return nil
}
