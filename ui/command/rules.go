package command

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/upkeep"
)

const rulesUsage = `用法：
  yidanqing rules [--data 数据夹] [--json]                       列出规则，本单位改动的有标记
  yidanqing rules [--data 数据夹] --off 代码 | --on 代码          停用、启用一条（带锁的不能停用）
  yidanqing rules [--data 数据夹] --severity 代码=程度            改程度：不得、提醒、注意
  yidanqing rules [--data 数据夹] --number 代码=数                改规则里的数，如 DEADLINE_SHORT=2
  yidanqing rules [--data 数据夹] --reset 代码                    恢复原文
  yidanqing rules [--data 数据夹] --out 文件夹 [--table]          打印启用的规则；--table 存为 Excel 表格
  yidanqing rules [--data 数据夹] --import 负面清单文件           导入负面清单（要求或说法、依据文件、条款、级别）
  yidanqing rules [--data 数据夹] --remove 清单编号               移除导入的负面清单
  yidanqing rules [--data 数据夹] --words [--json]                列出本单位的用语
  yidanqing rules [--data 数据夹] --word 说法=事项                加一个用语，事项写软件认得的叫法
  yidanqing rules [--data 数据夹] --unword 说法                   移除一个用语

改动从下一次比对起生效，记入台账；已有记录和文书不变。写不出依据文件的规则最高为提醒。

退出码：0 完成；1 没有办成；2 参数不对。`

func (t Tools) rulesCommand() Command {
	return Command{Name: "rules", Summary: "看或改比对用的规则、负面清单和本单位用语", Usage: rulesUsage, Run: t.runRules}
}

func (t Tools) runRules(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data off on severity number reset import remove word unword out", "json words table")
	if err == nil && len(o.rest) > 0 {
		err = app.Errorf(app.CodeInvalid, "不认识“%s”。加 --help 看用法。", o.rest[0])
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		if done, err := t.changeRules(ctx, d.Upkeep, o, streams.Out); done || err != nil {
			return err
		}
		if o.switches["words"] {
			return listWords(ctx, d.Upkeep, o.switches["json"], streams.Out)
		}
		return listRules(ctx, d.Upkeep, o.switches["json"], streams.Out)
	})
}

// changeRules does what the options ask; done tells whether they asked anything.
func (t Tools) changeRules(ctx context.Context, u *upkeep.Service, o options, out io.Writer) (done bool, err error) {
	said := ""
	switch {
	case o.value("off") != "" || o.value("on") != "":
		code := or(o.value("off"), o.value("on"))
		said = "已改动规则 " + code + "，从下一次比对起生效。"
		err = changeRule(ctx, u, code, func(c *app.RuleChange) { c.Off = o.value("off") != "" })
	case o.value("severity") != "":
		code, word, _ := strings.Cut(o.value("severity"), "=")
		severity := severityNamed(word)
		if severity == "" {
			return true, app.Errorf(app.CodeInvalid, "--severity 应写成 代码=程度，程度是不得、提醒或注意，现为“%s”。", o.value("severity"))
		}
		said = "已改动规则 " + code + "，从下一次比对起生效。"
		err = changeRule(ctx, u, code, func(c *app.RuleChange) { c.Severity = severity })
	case o.value("number") != "":
		code, word, _ := strings.Cut(o.value("number"), "=")
		n, e := strconv.Atoi(word)
		if e != nil || n < 1 {
			return true, app.Errorf(app.CodeInvalid, "--number 应写成 代码=数，现为“%s”。", o.value("number"))
		}
		said = "已改动规则 " + code + "，从下一次比对起生效。"
		err = changeRule(ctx, u, code, func(c *app.RuleChange) { c.Number = n })
	case o.value("out") != "":
		said, err = t.rulesFile(ctx, u, o)
	case o.value("reset") != "":
		said, err = "已恢复规则 "+o.value("reset")+" 的原文。", u.ResetRule(ctx, o.value("reset"))
	case o.value("import") != "":
		said, err = t.importPack(ctx, u, o.value("import"), out)
	case o.value("remove") != "":
		said, err = "已移除负面清单。", u.RemovePack(ctx, o.value("remove"))
	case o.value("word") != "":
		said, err = addWord(ctx, u, o.value("word"))
	case o.value("unword") != "":
		said, err = "已移除“"+o.value("unword")+"”。", removeWord(ctx, u, o.value("unword"))
	default:
		return false, nil
	}
	if err == nil {
		fmt.Fprintln(out, said)
	}
	return true, err
}

// rulesFile writes the list of the rules in force into a folder.
func (t Tools) rulesFile(ctx context.Context, u *upkeep.Service, o options) (string, error) {
	if o.switches["table"] {
		path, err := u.SaveRulesTable(ctx, o.value("out"))
		return path, err
	}
	name, data, err := u.RulesPaper(ctx)
	if err != nil {
		return "", err
	}
	return u.Files.Export(ctx, o.value("out"), name, data)
}

func severityNamed(word string) app.Severity {
	for _, s := range []app.Severity{app.SeverityBlock, app.SeverityWarn, app.SeverityNote} {
		if word == s.Title() || word == string(s) {
			return s
		}
	}
	return ""
}

// changeRule changes one thing of a rule and leaves what else the office changed of it.
func changeRule(ctx context.Context, u *upkeep.Service, code string, change func(*app.RuleChange)) error {
	all, err := u.Rules(ctx)
	if err != nil {
		return err
	}
	c := app.RuleChange{Code: code}
	for _, r := range all.Rows {
		if r.Rule.Code == code {
			c = r.Change
		}
	}
	change(&c)
	return u.ChangeRule(ctx, c)
}

func (t Tools) importPack(ctx context.Context, u *upkeep.Service, path string, out io.Writer) (string, error) {
	pack, view, err := t.ReadPack(ctx, path)
	for _, w := range view.Warnings {
		fmt.Fprintln(out, "提醒：", w)
	}
	for _, r := range view.Unread {
		fmt.Fprintf(out, "没有导入：第%d行 “%s”：%s\n", r.Row, r.Words, r.Reason)
	}
	if err != nil {
		return "", err
	}
	id, err := u.ImportPack(ctx, pack)
	return fmt.Sprintf("已导入《%s》%d 条，清单编号 %s。", strings.Trim(pack.Source.Title, "《》"), len(pack.Rules), id), err
}

func addWord(ctx context.Context, u *upkeep.Service, arg string) (string, error) {
	word, name, _ := strings.Cut(arg, "=")
	found, err := u.FindConcepts(ctx, name, 1)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", app.Errorf(app.CodeInvalid, "软件不认得“%s”这个事项，没有加入。--word 应写成 说法=事项。", name)
	}
	return fmt.Sprintf("已加入：“%s”就是“%s”（%s）。", word, found[0].ID, found[0].Field), u.AddWord(ctx, app.OwnWord{Word: word, Concept: found[0].ID})
}

func removeWord(ctx context.Context, u *upkeep.Service, word string) error {
	all, err := u.Words(ctx)
	if err != nil {
		return err
	}
	for _, w := range all {
		if w.Word.Word.Word == word {
			return u.RemoveWord(ctx, w.ID)
		}
	}
	return app.Errorf(app.CodeNotFound, "没有“%s”这个用语。", word)
}

// ruleLine is a rule as --json prints it.
type ruleLine struct {
	Code     string          `json:"code"`
	Title    string          `json:"title"`
	On       bool            `json:"on"`
	Locked   bool            `json:"locked,omitempty"`
	Severity app.Severity    `json:"severity"`
	Role     app.Role        `json:"role"`
	Action   string          `json:"action"`
	Basis    string          `json:"basis,omitempty"`
	Used     int             `json:"used_this_year"`
	Change   *app.RuleChange `json:"change,omitempty"`
	Pack     string          `json:"pack,omitempty"`
}

func listRules(ctx context.Context, u *upkeep.Service, asJSON bool, out io.Writer) error {
	all, err := u.Rules(ctx)
	if err != nil {
		return err
	}
	lines := make([]ruleLine, len(all.Rows))
	for i, r := range all.Rows {
		lines[i] = ruleLine{Code: r.Rule.Code, Title: r.Rule.Title, On: !r.Rule.Off, Locked: r.Rule.Locked, Severity: r.Rule.Severity, Role: r.Rule.Role,
			Action: r.Rule.Action(), Basis: r.Rule.Basis, Used: r.Used, Pack: r.Pack}
		if !r.Change.Empty() {
			lines[i].Change = &all.Rows[i].Change
		}
	}
	if asJSON {
		return printJSON(out, lines)
	}
	fmt.Fprintf(out, "规则 %s，启用 %d 条\n", all.Source.DocNo, all.Enabled)
	for _, l := range lines {
		mark := "启用"
		switch {
		case !l.On:
			mark = "停用"
		case l.Locked:
			mark = "带锁"
		}
		changed := ""
		if l.Change != nil {
			changed = "　本单位改动"
		}
		if l.Pack != "" {
			changed += "　清单 " + l.Pack
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s%s\n", mark, l.Severity.Title(), l.Action, l.Code, l.Title, changed)
	}
	return nil
}

func listWords(ctx context.Context, u *upkeep.Service, asJSON bool, out io.Writer) error {
	all, err := u.Words(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		words := make([]app.OwnWord, len(all))
		for i, w := range all {
			words[i] = w.Word.Word
		}
		return printJSON(out, words)
	}
	if len(all) == 0 {
		fmt.Fprintln(out, "还没有本单位的用语。")
	}
	for _, w := range all {
		fmt.Fprintf(out, "%s\t%s\t%s\n", w.Word.Word.Word, w.Concept.ID, w.Concept.Field)
	}
	return nil
}
