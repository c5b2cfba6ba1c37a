package upkeep_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/app/upkeep"
)

// press writes papers as the program does, and sets each as one page with its words.
type press struct{ *paper.Writer }

func (p press) SetPages(_ context.Context, contents []paper.Content, _ paper.Facts) ([]paper.Page, error) {
	var words strings.Builder
	for _, c := range contents {
		for _, f := range c.Record().Facts {
			words.WriteString(f.Text + "\n")
		}
	}
	return []paper.Page{{Items: []paper.Item{{Text: words.String()}}}}, nil
}

type desk struct {
	*upkeep.Service
	t      *testing.T
	ledger *ledgertest.Ledger
}

func newDesk(t *testing.T, o app.Office) desk {
	t.Helper()
	data, err := os.ReadFile("../../assets/wording/paper.json")
	if err != nil {
		t.Fatal(err)
	}
	words, err := paper.LoadWording(data)
	if err != nil {
		t.Fatal(err)
	}
	l := ledgertest.New(time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC))
	d := desk{t: t, ledger: l, Service: &upkeep.Service{Reader: reader{Ledger: l}, Writer: l, Now: time.Now, Wording: words, Papers: press{paper.NewWriter(words)}, Specimens: papertest.Samples{}}}
	if err := d.SaveSettings(t.Context(), ledger.Settings{Office: o}); err != nil {
		t.Fatal(err)
	}
	return d
}

// reader is the ledger with what only the database has.
type reader struct{ *ledgertest.Ledger }

func (reader) FindingCounts(context.Context, app.Date, app.Date) (map[string]int, error) {
	return nil, nil
}
func (reader) LastWrite(context.Context) (time.Time, error)        { return time.Time{}, nil }
func (reader) Preference(context.Context, string) (string, error)  { return "", nil }
func (reader) SetPreference(context.Context, string, string) error { return nil }

func (d desk) row(name string) upkeep.SentenceRow {
	d.t.Helper()
	all, err := d.Wordings(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	for _, p := range all.Papers {
		for _, r := range p.Rows {
			if r.Name == name {
				return r
			}
		}
	}
	d.t.Fatalf("no sentence %s", name)
	return upkeep.SentenceRow{}
}

func (d desk) edition() string {
	d.t.Helper()
	all, err := d.Wordings(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return all.Edition
}

const reply = "盼在【天数】个工作日内函告结果。"

func TestSentenceIsChangedAndTakenBack(t *testing.T) {
	d := newDesk(t, papertest.Office())
	ctx := t.Context()
	first := d.edition()
	if err := d.ChangeSentence(ctx, "text/reply", "  "+reply+"\n\n"); err != nil {
		t.Fatal(err)
	}
	r := d.row("text/reply")
	if !r.Own || r.Text != reply || len(r.Steps) != 1 || r.Steps[0].By != "李敏" || r.Steps[0].At.IsZero() {
		t.Errorf("after the change: %+v", r)
	}
	second := d.edition()
	n := len(d.ledger.Entries)
	if err := d.ChangeSentence(ctx, "text/reply", reply); err != nil || len(d.ledger.Entries) != n {
		t.Errorf("the same again wrote %d events, %v", len(d.ledger.Entries)-n, err)
	}
	if err := d.ChangeSentence(ctx, "text/reply", r.Shipped); err != nil { // the shipped words are a reset
		t.Fatal(err)
	}
	if r := d.row("text/reply"); r.Own || len(r.Steps) != 2 || r.Steps[0].Text != "" {
		t.Errorf("after the reset: %+v", r)
	}
	if first == second || d.edition() != first {
		t.Errorf("editions %s, %s, %s", first, second, d.edition())
	}
	then, err := d.WordingFile(ctx, second)
	if err != nil || !strings.Contains(then, reply) || !strings.Contains(then, second) {
		t.Errorf("the file of edition %s: %v", second, err)
	}
	if _, err := d.WordingFile(ctx, "1-00000000"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("an edition that never was: %v", err)
	}
}

func TestFaultySentenceIsNotKept(t *testing.T) {
	d := newDesk(t, papertest.Office())
	n := len(d.ledger.Entries)
	err := d.ChangeSentence(t.Context(), "text/reply", "请于【天数个工作日内答复。")
	var fault *paper.Fault
	if app.ErrorCode(err) != app.CodeInvalid || !errors.As(err, &fault) || fault.Line != 1 || fault.Column != 3 || !strings.Contains(app.ErrorMessage(err), "没有保存") {
		t.Errorf("got %v", err)
	}
	if err := d.ChangeSentence(t.Context(), "text/not_borne", "承担"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("a sentence that says what was decided: %v", err)
	}
	if len(d.ledger.Entries) != n {
		t.Error("something was written")
	}
}

// TestEverySentenceIsShownOnASpecimen keeps the specimens whole: an office sees what it changes.
func TestEverySentenceIsShownOnASpecimen(t *testing.T) {
	town, village := newDesk(t, papertest.Office()), newDesk(t, papertest.Certificates().Office)
	for _, d := range []desk{town, village} {
		all, err := d.Wordings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all.Papers {
			for _, r := range p.Rows {
				v, err := d.PreviewSentence(t.Context(), r.Name, r.Text)
				if err != nil || v.Fault != nil || v.Words == "" {
					t.Errorf("%s %s：%s: %v %v", r.Name, p.Title, r.Label, err, v.Fault)
					continue
				}
				if !v.Used {
					t.Errorf("%s %s：%s stands on no specimen", r.Name, p.Title, r.Label)
				}
			}
		}
	}
}

func TestWordingGoesOutAndComesInByFile(t *testing.T) {
	d, ctx := newDesk(t, papertest.Office()), t.Context()
	if err := d.ChangeSentence(ctx, "text/no_deadline", "来文没有写明时限。"); err != nil {
		t.Fatal(err)
	}
	file, err := d.WordingFile(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	other := newDesk(t, papertest.Office())
	if err := other.ChangeSentence(ctx, "text/reply", reply); err != nil {
		t.Fatal(err)
	}
	n := len(other.ledger.Entries)
	changed, err := other.ImportWording(ctx, "\ufeff"+strings.ReplaceAll(file, "\n", "\r\n"))
	if err != nil || changed != 2 { // one as in the file, one back to the shipped words
		t.Fatalf("%d changed, %v", changed, err)
	}
	if len(other.ledger.Entries) != n+2 || other.edition() != d.edition() {
		t.Errorf("%d events, edition %s, want %s", len(other.ledger.Entries)-n, other.edition(), d.edition())
	}
	n = len(other.ledger.Entries)
	if changed, err = other.ImportWording(ctx, file); err != nil || changed != 0 || len(other.ledger.Entries) != n {
		t.Errorf("again: %d changed, %v", changed, err)
	}
	part := "■ 反馈单：意见：请对方答复\n※ 字段：【天数】\n" + reply + "\n"
	if changed, err = other.ImportWording(ctx, part); err != nil || changed != 1 || !other.row("text/no_deadline").Own {
		t.Errorf("a part of a file: %d changed, %v", changed, err)
	}
}

func TestFaultyFileChangesNothing(t *testing.T) {
	d := newDesk(t, papertest.Office())
	n := len(d.ledger.Entries)
	for name, c := range map[string]struct{ text, want string }{
		"no file of ours":   {"随便一段话", "不是文书措辞文件"},
		"unknown sentence":  {"■ 反馈单：结尾\n此致", "第1行第1字：没有“反馈单：结尾”这句话"},
		"field not closed":  {"一单清文书措辞\n\n■ 反馈单：意见：请对方答复\n※ 说明\n\n请于【天数日内答复。\n", "第6行第3字"},
		"twice":             {"■ 反馈单：意见：请对方答复\n" + reply + "\n■ 反馈单：意见：请对方答复\n" + reply, "第3行第1字"},
		"fact left out":     {"■ 反馈函：理由：与规定不一致\n不合规定", "第1行第1字：“反馈函：理由：与规定不一致”缺【依据】"},
		"one good, one not": {"■ 反馈单：意见：请对方答复\n" + reply + "\n■ 反馈函：理由：与规定不一致\n不合规定", "1 处要改，没有导入"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := d.ImportWording(t.Context(), c.text)
			if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), c.want) {
				t.Errorf("got %q, want %q in it", app.ErrorMessage(err), c.want)
			}
		})
	}
	if len(d.ledger.Entries) != n {
		t.Error("something was written")
	}
}

func TestPaperIsTakenBackAsAWhole(t *testing.T) {
	d, ctx := newDesk(t, papertest.Office()), t.Context()
	for name, text := range map[string]string{"text/reply": reply, "text/keep_on": "｛清单【部分】第【项】项。｝【我】照清单办｛，【时限】前办完｝。", "text/no_deadline": "来文没有写明时限。"} {
		if err := d.ChangeSentence(ctx, name, text); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := d.ResetPaper(ctx, "反馈单"); err != nil || n != 2 {
		t.Errorf("%d taken back, %v", n, err)
	}
	if d.row("text/reply").Own || d.row("text/keep_on").Own || !d.row("text/no_deadline").Own {
		t.Error("not the sentences of the one paper")
	}
}
