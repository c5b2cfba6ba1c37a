package lists

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// StartImport asks for the files of a list and shows what they would bring. Nothing is kept before 导入.
func (p *Page) StartImport() { ChooseList(p.p.Frame, p.p.Import, p.present(), p.keep) }

// Preview shows what files dropped on the window would bring.
func (p *Page) Preview(paths []string) {
	PreviewFiles(p.p.Frame, p.p.Import, p.present(), paths, p.keep)
}

// present is the office's own list in force; nil where only the sample or nothing is there.
func (p *Page) present() *app.DutyList {
	for i := range p.versions {
		if l := &p.versions[i]; l.ID == p.inForce && !l.List.Source.Sample {
			return &l.List
		}
	}
	return nil
}

// sourceForm asks once for what the title rows did not say.
type sourceForm struct {
	title, docNo, from *kit.Entry
}

func newSourceForm(s app.Source) *sourceForm {
	return &sourceForm{title: kit.NewEntry(s.Title, "柳河镇履行职责事项清单（2026年版）"), docNo: kit.NewEntry(s.DocNo, "没有可不填"),
		from: kit.NewEntry(s.From.String(), "2026-03-01，没有可不填")}
}

// read puts what was typed into the source.
func (f *sourceForm) read(s app.Source) (app.Source, error) {
	s.Title, s.DocNo = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.docNo.Text)
	s.From = app.Date{}
	if s.Title == "" {
		return s, app.Errorf(app.CodeInvalid, "还没有写版本名称。请写清单的全称，它会印在文书上。")
	}
	if t := strings.TrimSpace(f.from.Text); t != "" {
		d, err := app.ParseDate(t)
		if err != nil {
			return s, err
		}
		s.From = d
	}
	return s, nil
}

// Counts are how many entries of each part a list holds.
func Counts(l app.DutyList) (basic, cooperate, takenBack int) {
	for _, d := range l.Duties {
		switch d.Part {
		case app.Basic:
			basic++
		case app.Cooperate:
			cooperate++
		case app.TakenBack:
			takenBack++
		}
	}
	return basic, cooperate, takenBack
}

func (p *Page) keep(l app.DutyList) {
	kit.Run(p.p.Frame.Runner, "正在导入", func(ctx context.Context) (ledger.List, error) {
		return p.p.Keeper.ImportList(context.WithoutCancel(ctx), l)
	},
		func(kept ledger.List, err error) {
			if err != nil {
				p.p.Frame.Fail("没有导入", err, nil)
				return
			}
			p.at, p.versions = 0, nil
			p.inForce = kept.ID
			p.p.Changed()
			p.Reload()
			id := kept.ID
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: fmt.Sprintf("已导入 %d 项", len(l.Duties)), Action: "撤回", OnPress: func() { p.withdraw(id) }})
		})
}

func (p *Page) withdraw(id string) {
	kit.Run(p.p.Frame.Runner, "正在撤回", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.Keeper.WithdrawList(ctx, id, "导入后当即撤回")
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有撤回", err, nil)
			return
		}
		p.versions, p.inForce, p.at = nil, "", 0
		p.p.Changed()
		p.Reload()
		p.p.Frame.Done("已撤回导入，原清单不变")
	})
}
