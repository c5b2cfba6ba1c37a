package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/compare"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/app/phrasing"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/app/vector"
	"yidanqing/assets"
	"yidanqing/assets/fonts"
	"yidanqing/assets/wording"
	"yidanqing/data/file"
	"yidanqing/data/store"
	"yidanqing/reports"
	"yidanqing/reports/docx"
	"yidanqing/reports/face"
	"yidanqing/reports/pdf"
	"yidanqing/reports/sheet"
	"yidanqing/ui/command"
)

// dataOption reads --data DIR or --data=DIR.
func dataOption(args []string) (string, error) {
	switch {
	case len(args) == 0:
		return "", nil
	case len(args) == 1 && strings.HasPrefix(args[0], "--data="):
		return strings.TrimPrefix(args[0], "--data="), nil
	case len(args) == 2 && args[0] == "--data":
		return args[1], nil
	}
	return "", app.Errorf(app.CodeInvalid, "打开窗口只认 --data 数据夹。加 --help 看用法。")
}

func refuse(streams command.Streams, err error) int {
	fmt.Fprintln(streams.Err, app.ErrorMessage(err))
	return command.BadArgs
}

// dataDir is where the data lies: a folder named data beside the program where there is one (portable), else the user's
// own configuration folder.
func dataDir(dir string) (string, error) {
	if dir != "" {
		return filepath.Abs(dir)
	}
	if exe, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(exe), "data")
		if s, err := os.Stat(filepath.Join(beside, "yidanqing.db")); err == nil && !s.IsDir() {
			return beside, nil
		}
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return "", app.WrapError(app.CodeReadOnly, err, "找不到放数据的文件夹。请用 --data 指定一个。")
	}
	return filepath.Join(base, "yidanqing"), nil
}

// engine makes judges. What does not depend on the office's own rules and words is made once.
type engine struct {
	rules []byte
	fixed func() (fixed, error)
	plain func() (*lexicon.Lexicon, error)
}

// fixed is the part of a judge that no office changes.
type fixed struct {
	days    *calendar.Calendar
	weights judge.Weights
	vectors *vector.Table
	phrases *phrasing.Table
}

func newEngine(rules []byte, vectors vectorSource) *engine {
	return &engine{rules: rules, fixed: sync.OnceValues(func() (fixed, error) { return readFixed(vectors) }), plain: sync.OnceValues(func() (*lexicon.Lexicon, error) { return readLexicon() })}
}

func readLexicon(own ...app.OwnWord) (*lexicon.Lexicon, error) {
	return lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency}, own...)
}

// vectorSource gives the table of word vectors, read when it is first needed.
type vectorSource func() (*vector.Table, error)

func newVectorSource() vectorSource {
	return sync.OnceValues(func() (*vector.Table, error) { return vector.Load(assets.Vectors) })
}

func readFixed(source vectorSource) (fixed, error) {
	days, err := calendar.Parse(assets.Calendars()...)
	if err != nil {
		return fixed{}, err
	}
	weights, err := judge.ReadWeights(assets.Weights)
	if err != nil {
		return fixed{}, err
	}
	vectors, err := source()
	if err != nil {
		return fixed{}, err
	}
	phrases, err := phrasing.Load(assets.Phrases)
	return fixed{days, weights, vectors, phrases}, err
}

// judge makes a judge for what the office has of its own.
func (e *engine) judge(own app.OwnRules) (*judge.Judge, error) {
	lex, err := e.lexicon(own.Words)
	if err != nil {
		return nil, err
	}
	set, err := rule.ReadOwn(e.rules, own)
	if err != nil {
		return nil, err
	}
	f, err := e.fixed()
	if err != nil {
		return nil, err
	}
	return judge.New(judge.Params{Lexicon: lex, Rules: set, Calendar: f.days, Weights: f.weights, Vectors: f.vectors, Phrases: f.phrases, Own: own.Digest()}), nil
}

// lexicon is the lexicon with the office's own words.
func (e *engine) lexicon(own []app.OwnWord) (*lexicon.Lexicon, error) {
	if len(own) == 0 {
		return e.plain()
	}
	return readLexicon(own...)
}

// press writes papers: the words of app/paper, set and painted by reports.
type press struct {
	*paper.Writer
	*reports.Printer
	words   *paper.Wording // as they shipped
	vectors vectorSource   // shared with the judge
}

func newPress(folders ...string) (*press, error) {
	words, err := paper.LoadWording(wording.Paper)
	if err != nil {
		return nil, err
	}
	set, err := face.Load(face.Embedded{Title: fonts.SerifBold, Body: fonts.SerifRegular, Hei: fonts.SansBold, Kai: fonts.Kai, Spare: fonts.SerifRegular}, folders...)
	if err != nil {
		return nil, err
	}
	w := paper.NewWriter(words)
	vectors := newVectorSource()
	w.Words = segmenter(vectors)
	return &press{w, reports.NewPrinter(set), words, vectors}, nil
}

// segmenter cuts texts into the words of the vectors' table, which is read when a title is first too long for its line. Where
// it cannot be read, the answer is none.
func segmenter(vectors vectorSource) func(string) []string {
	return func(text string) []string {
		t, err := vectors()
		if err != nil {
			slog.Error("words of a title", "error", err)
			return nil
		}
		return t.Words(text)
	}
}

// Opinion is the prefilled opinion of a paper.
func (p *press) Opinion(kind paper.Kind, s paper.Subject) string { return p.OpinionFor(kind, s) }

// Pages sets a paper for the preview.
func (p *press) Pages(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) ([]paper.Page, []paper.Replaced, error) {
	contents, err := p.Write(kind, s, evidence)
	if err != nil {
		return nil, nil, err
	}
	out, err := p.Printer.Preview(ctx, contents, p.FactsOf(kind, s))
	return out.Pages, out.Replaced, err
}

// Print sets a paper and makes its PDF.
func (p *press) Print(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) (decide.Printed, error) {
	contents, err := p.Write(kind, s, evidence)
	if err != nil {
		return decide.Printed{}, err
	}
	out, err := p.Printer.Print(ctx, contents, p.FactsOf(kind, s))
	if err != nil {
		return decide.Printed{}, err
	}
	return decide.Printed{Pages: out.Pages, PDF: out.PDF, Digest: out.Digest, Replaced: out.Replaced, Edition: p.Edition(s.Wording)}, nil
}

// SetPages sets documents that are not about a record of the ledger, for a look.
func (p *press) SetPages(ctx context.Context, contents []paper.Content, facts paper.Facts) ([]paper.Page, error) {
	return p.Printer.Pages(ctx, contents, facts)
}

// Bind makes one file of the pages of many papers.
func (p *press) Bind(ctx context.Context, pages []paper.Page, title string, day app.Date) ([]byte, error) {
	return p.Printer.Bind(ctx, pages, title, "一单清 "+version, day)
}

// Twin makes the editable copy of a paper. Its evidence page has none: it is evidence.
func (p *press) Twin(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) ([]byte, error) {
	contents, err := p.Write(kind, s, evidence)
	if err != nil {
		return nil, err
	}
	t := docx.Twin{Note: p.TwinNote(contents[0])}
	if len(contents) > 1 { // the foot of the paper names the pages that follow it
		n, err := p.Printer.Count(ctx, slices.DeleteFunc(slices.Clone(contents[1:]), func(c paper.Content) bool { return c.Apart }))
		if err != nil {
			return nil, err
		}
		t.Appended = n
	}
	return docx.Write(ctx, contents[0], t)
}

// MonthTwin makes the editable copy of the monthly report.
func (p *press) MonthTwin(ctx context.Context, m paper.Month) ([]byte, error) {
	c := p.Month(m)
	return docx.Write(ctx, c, docx.Twin{Note: p.TwinNote(c)})
}

// PrintLedger sets the printed ledger and makes its PDF.
func (p *press) PrintLedger(ctx context.Context, a paper.Account) ([]byte, int, error) {
	c, err := p.Ledger(a)
	if err != nil {
		return nil, 0, err
	}
	return p.printOwn(ctx, c, paper.Facts{Layout: p.Edition(nil), Software: a.Software})
}

// printOwn makes the PDF of a list or report of the office itself: it is about no single notice.
func (p *press) printOwn(ctx context.Context, c paper.Content, facts paper.Facts) ([]byte, int, error) {
	out, err := p.Printer.Print(ctx, []paper.Content{c}, facts)
	return out.PDF, len(out.Pages), err
}

// PrintMonth sets the monthly report and makes its PDF.
func (p *press) PrintMonth(ctx context.Context, m paper.Month) ([]byte, int, error) {
	return p.printOwn(ctx, p.Month(m), paper.Facts{Layout: p.Edition(m.Wording), Software: m.Software})
}

// PrintTasks sets the page 待反馈 and makes its PDF.
func (p *press) PrintTasks(ctx context.Context, l paper.TaskList) ([]byte, int, error) {
	c, err := p.TaskList(l)
	if err != nil {
		return nil, 0, err
	}
	return p.printOwn(ctx, c, paper.Facts{Layout: p.Edition(nil), Software: l.Software})
}

// PrintDepartments sets 部门往来情况 and makes its PDF.
func (p *press) PrintDepartments(ctx context.Context, d paper.Departments) ([]byte, int, error) {
	c, err := p.Departments(d)
	if err != nil {
		return nil, 0, err
	}
	return p.printOwn(ctx, c, paper.Facts{Layout: p.Edition(nil), Software: d.Software})
}

// PrintReview sets the 半年评价表 and makes its PDF.
func (p *press) PrintReview(ctx context.Context, d paper.Departments) ([]byte, int, error) {
	c, err := p.Review(d)
	if err != nil {
		return nil, 0, err
	}
	return p.printOwn(ctx, c, paper.Facts{Layout: p.Edition(nil), Software: d.Software})
}

// ReviewTwin makes the editable copy of the 半年评价表.
func (p *press) ReviewTwin(ctx context.Context, d paper.Departments) ([]byte, error) {
	c, err := p.Review(d)
	if err != nil {
		return nil, err
	}
	return docx.Write(ctx, c, docx.Twin{Note: p.TwinNote(c)})
}

// DepartmentsTable makes the table of 部门往来情况.
func (p *press) DepartmentsTable(ctx context.Context, d paper.Departments) ([]byte, error) {
	s, err := p.DepartmentsSheet(d)
	if err != nil {
		return nil, err
	}
	return sheet.Write(ctx, s)
}

// PrintRules sets the list of the rules in force and makes its PDF.
func (p *press) PrintRules(ctx context.Context, r paper.RulesList) ([]byte, error) {
	data, _, err := p.printOwn(ctx, p.RulesList(r), paper.Facts{Layout: p.Edition(nil), Software: "一单清 " + version})
	return data, err
}

// Table makes a file of tables.
func (p *press) Table(ctx context.Context, s ...paper.Sheet) ([]byte, error) {
	return sheet.Write(ctx, s...)
}

// LedgerTable makes the table of the printed ledger.
func (p *press) LedgerTable(ctx context.Context, a paper.Account) ([]byte, error) {
	s, err := p.LedgerSheet(a)
	if err != nil {
		return nil, err
	}
	return sheet.Write(ctx, s)
}

// openDesk opens a data folder with its use cases.
func openDesk(ctx context.Context, dir string) (*command.Desk, *store.Store, *press, error) {
	return openUpgrading(ctx, dir, nil)
}

// openUpgrading opens a data folder as openDesk does; upgrade is told how far a ledger of an earlier version has come.
func openUpgrading(ctx context.Context, dir string, upgrade upkeep.Progress) (*command.Desk, *store.Store, *press, error) {
	dir, err := dataDir(dir)
	if err != nil {
		return nil, nil, nil, err
	}
	p, err := newPress(face.Folders()...)
	if err != nil {
		return nil, nil, nil, err
	}
	s, err := store.Open(ctx, store.Options{Dir: dir, Upgrade: upgrade})
	if err != nil {
		return nil, nil, nil, err
	}
	d, bench, err := desk(s, p)
	if err != nil {
		return nil, nil, nil, errors.Join(err, s.Close())
	}
	d.Dir = dir
	d.Warm = func() {
		if _, err := bench.Judge(ctx); err != nil {
			slog.Error("judge", "error", err) // the first comparison says so too
		}
	}
	return d, s, p, nil
}

// tellUpgrade writes a line at the start of an upgrade and one for every tenth of it.
func tellUpgrade(to io.Writer) upkeep.Progress {
	tenth := -1
	return func(done, total int) {
		if total == 0 || done*10/total == tenth {
			return
		}
		if tenth < 0 {
			fmt.Fprintf(to, "台账是旧版本的，正在升级，共 %d 件。可以中断，下次接着做。\n", total)
		}
		tenth = done * 10 / total
		if done > 0 {
			fmt.Fprintf(to, "已升级 %d%%\n", done*100/total)
		}
	}
}

func desk(s *store.Store, p *press) (*command.Desk, *compare.Bench, error) {
	days, err := calendar.Parse(assets.Calendars()...)
	if err != nil {
		return nil, nil, err
	}
	rules, _, err := rule.Describe(assets.Rules)
	if err != nil {
		return nil, nil, err
	}
	e := newEngine(assets.Rules, p.vectors)
	bench := &compare.Bench{Make: e.judge, Own: s}
	now := time.Now
	u := &upkeep.Service{Reader: s, Writer: s, Vault: s, Now: now, Unfit: p.Unfit, Lexicon: e.plain, Press: p, Files: s.Blobs(),
		Wording: p.words, Papers: p, Specimens: papertest.Samples{},
		Shipped: func() ([]rule.Rule, app.Source, error) { return rule.Shipped(assets.Rules) }}
	c := &compare.Service{Judge: bench.Judge, Sources: u, Ledger: s}
	return &command.Desk{
		Compare: c,
		Intake:  &intake.Service{Checker: c, Reader: s, Writer: s, Blobs: s.Blobs(), Drafts: s, Now: now},
		Decide: &decide.Service{Reader: s, Writer: s, Press: p, Blobs: s.Blobs(), Calendar: days, Now: now,
			Rules: rules.DocNo, Software: "一单清 " + version},
		Inquire: &inquire.Service{Reader: s, Calendar: days, Now: now, Press: p, Files: s.Blobs(), Software: "一单清 " + version,
			Lexicon: e.plain, NameOrder: file.CompareNames},
		Upkeep: u,
		Close: func(ctx context.Context) error {
			_, _, err := u.BackupIfChanged(ctx)
			if e := s.Close(); err == nil {
				err = e
			}
			return err
		},
	}, bench, nil
}

// tools are what the command line needs from outside.
func tools() command.Tools {
	return command.Tools{
		CheckTools: command.CheckTools{Open: openChecker, Notice: file.ReadNotice, Read: file.Open, Today: command.LocalToday},
		OpenDesk: func(ctx context.Context, dir string) (*command.Desk, error) {
			d, _, _, err := openUpgrading(ctx, dir, tellUpgrade(os.Stderr))
			return d, err
		},
		Rescue: func(ctx context.Context, dir, backup string) (upkeep.Restored, error) {
			dir, err := dataDir(dir)
			if err != nil {
				return upkeep.Restored{}, err
			}
			s, r, err := store.Rescue(ctx, store.Options{Dir: dir}, backup)
			if err != nil {
				return upkeep.Restored{}, err
			}
			return r, s.Close()
		},
		ReadList:     readList,
		ReadRegister: readRegister,
		ReadTables:   readTables,
		ReadPlain:    file.ReadPlain,
		ReadPack:     readPack,
		VerifyPaper:  verifyPaper,
		Sample:       sample,
		Learn: func(lists []*app.DutyList, cases [][]judge.Labelled) judge.Weights {
			j, err := newEngine(assets.Rules, newVectorSource()).judge(app.OwnRules{})
			if err != nil {
				panic(err) // the built-in data is tested
			}
			var lessons []judge.Lesson
			for i, l := range lists {
				lessons = append(lessons, judge.Lesson{Ground: j.Prepare(l), Cases: cases[i]})
			}
			return j.Learn(lessons...)
		},
		Examples: func(lists []*app.DutyList, cases [][]judge.Labelled) []command.Example {
			j, err := newEngine(assets.Rules, newVectorSource()).judge(app.OwnRules{})
			if err != nil {
				panic(err) // the built-in data is tested
			}
			var out []command.Example
			for i, l := range lists {
				ground := j.Prepare(l)
				for _, c := range cases[i] {
					if concepts, words, ok := j.Saying(ground, c); ok {
						out = append(out, command.Example{Concepts: concepts, Words: words})
					}
				}
			}
			return out
		},
		Phrases: func(examples [][]byte) ([]byte, error) {
			lex, err := readLexicon()
			if err != nil {
				return nil, err
			}
			return judge.MakePhrases(lex, examples)
		},
		Unknown: func(texts []string) []judge.UnknownWord {
			j, err := newEngine(assets.Rules, newVectorSource()).judge(app.OwnRules{})
			if err != nil {
				panic(err) // the built-in data is tested
			}
			return j.Unknown(texts)
		},
		Version: version,
		TempDir: func() (string, error) { return os.MkdirTemp("", "yidanqing-") },
	}
}

func verifyPaper(_ context.Context, data []byte) (inquire.Proof, error) {
	r, err := pdf.Verify(data)
	if err != nil {
		return inquire.Proof{}, err
	}
	return inquire.Proof{Consistent: r.State == pdf.Consistent, Ours: r.State != pdf.Foreign, Message: r.Message,
		Differences: r.Differences, Number: r.Number, Title: r.Title, Digest: r.Digest}, nil
}
