package kit

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// useTheme puts the window's theme with its real fonts into a test app.
func useTheme(tb testing.TB, percent int) {
	tb.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
		if err != nil {
			tb.Fatal(err)
		}
		return b
	}
	a := test.NewTempApp(tb)
	a.Settings().SetTheme(theme.New(theme.Params{Regular: read("window-regular.otf"), Bold: read("window-bold.otf"),
		Icons: os.DirFS(filepath.Join("..", "..", "assets", "icons")), Mode: theme.Light, Percent: percent}))
}

func office() app.Office { return app.OfficeNamed(app.Township, "清河县柳河镇人民政府") }

func TestAdviceTitles(t *testing.T) {
	village := app.OfficeNamed(app.Village, "东湾村村民委员会")
	for _, c := range []struct {
		advice Advice
		office app.Office
		want   string
	}{
		{Advice{Verdict: app.VerdictDo}, office(), "建议：承办"},
		{Advice{Verdict: app.VerdictRefuse}, office(), "建议：拒接反馈"},
		{Advice{Verdict: app.VerdictRefuse, Stage: StageProposed}, office(), "已提出：拒接反馈（待签章）"},
		{Advice{Verdict: app.VerdictRefuse, Stage: StageApproved}, office(), "已审定：拒接反馈"},
		{Advice{Verdict: app.VerdictEscalate, Note: "请明确职责"}, office(), "建议：提级反映（请明确职责）"},
		{Advice{Verdict: app.VerdictInfo}, office(), "无需办理"},
		{Advice{Verdict: app.VerdictUnjudged}, office(), "未导入清单，不作判断"},
		{Advice{Stage: StageChecking}, office(), "正在比对…"},
		{Advice{Verdict: app.VerdictDo, Stage: StageDecided, Note: "承办中"}, office(), "承办（承办中）"},
		{Advice{Verdict: app.VerdictRefuse}, village, "建议：向镇反映"},
		{Advice{Verdict: app.VerdictDo}, village, "建议：我村办"},
	} {
		if got := c.advice.Title(c.office); got != c.want {
			t.Errorf("%+v: %s, want %s", c.advice, got, c.want)
		}
	}
}

// TestVerdictsDifferWithoutColour: each verdict has an outline of its own.
func TestVerdictsDifferWithoutColour(t *testing.T) {
	seen := map[string]app.Verdict{}
	for _, v := range []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed, app.VerdictInfo, app.VerdictUnjudged} {
		icon := VerdictTone(v, false).Icon
		if old, ok := seen[icon]; ok {
			t.Errorf("%s and %s share the outline %s", v, old, icon)
		}
		seen[icon] = v
	}
	if VerdictTone(app.VerdictRefuse, true) != VerdictTone(app.VerdictEscalate, true) {
		t.Error("a village's refusal does not look like 反映")
	}
}

func TestBandHeightFollowsItsReason(t *testing.T) {
	useTheme(t, 100)
	b := NewAdviceBand(office(), Advice{Verdict: app.VerdictRefuse, Reason: "由县农业农村局承接。"})
	one := b.HeightFor(548)
	if one != 72 {
		t.Errorf("one line of reason is %v high, want 72", one)
	}
	b.Set(Advice{Verdict: app.VerdictRefuse, Reason: "“核查鉴定”可能是配合排查，也可能是已收回的鉴定。把握不足，不建议自行拒接，请上级明确后再办。"})
	if two := b.HeightFor(548); two != 94 {
		t.Errorf("two lines are %v high, want 94", two)
	}
	b.Set(Advice{Verdict: app.VerdictRefuse, Reason: string(make([]rune, 400))})
	if most := b.HeightFor(548); most > 94 {
		t.Errorf("a long reason makes the band %v high", most)
	}
}

func TestFlexSharesTheRoom(t *testing.T) {
	useTheme(t, 100)
	a, b, c := NewLabel("甲", theme.Body, theme.ColorText), NewElastic("乙乙乙乙乙乙乙乙乙乙", theme.Body, theme.ColorText), NewLabel("丙", theme.Body, theme.ColorText)
	row := Row(10, Fit(a), Grow(b), Wide(50, c))
	row.Resize(fyne.NewSize(200, 30))
	if a.Size().Width != 15 || b.Size().Width != 115 || c.Size().Width != 50 || c.Position().X != 150 {
		t.Errorf("%v %v %v at %v", a.Size(), b.Size(), c.Size(), c.Position())
	}
	if b.drawn.Text == b.text || b.drawn.MinSize().Width > b.Size().Width {
		t.Errorf("the elastic text is not cut: %q", b.drawn.Text)
	}
	b.Hide()
	row.Resize(fyne.NewSize(201, 30))
	if c.Position().X != 25 {
		t.Errorf("a hidden slot takes room: %v", c.Position())
	}
}

// TestWhatGrowsIsCutFirst: a long gist does not push away on what the advice rests.
func TestWhatGrowsIsCutFirst(t *testing.T) {
	useTheme(t, 100)
	gist := NewElastic("对餐饮场所燃气安全开展执法检查并责令整改", theme.Body, theme.ColorText)
	basis := NewElastic("收回第17项", theme.Body, theme.ColorText)
	Row(8, Grow(gist), Fit(basis)).Resize(fyne.NewSize(220, 30))
	if basis.drawn.Text != "收回第17项" || gist.drawn.Text == gist.text {
		t.Errorf("%q beside %q", gist.drawn.Text, basis.drawn.Text)
	}
}

func TestActionRowGivesWay(t *testing.T) {
	useTheme(t, 100)
	button := func(s string) *Button { return NewButton(ButtonSpec{Text: s, Size: Main}) }
	primary, second, only, other, more := button("登记参会"), button("生成提级反映单"), button("只登记"), button("改判"), button("更多")
	row := NewActionRow([]*Button{primary, second}, []*Button{only, other, more})
	seen := func(width float32) (out string) {
		row.Resize(fyne.NewSize(width, 44))
		for _, b := range []*Button{primary, second, only, other, more} {
			if b.Visible() {
				out += b.Text() + " "
			}
		}
		return out
	}
	for _, c := range []struct {
		width float32
		want  string
	}{{600, "登记参会 生成提级反映单 只登记 改判 更多 "}, {420, "登记参会 生成提级反映单 改判 更多 "}, {340, "登记参会 生成提级反映单 更多 "}, {200, "登记参会 更多 "}} {
		if got := seen(c.width); got != c.want {
			t.Errorf("%v wide: %s, want %s", c.width, got, c.want)
		}
	}
}

func TestFocusedRowIsScrolledIntoView(t *testing.T) {
	useTheme(t, 100)
	var rows []Slot
	var last *RowPress
	for range 40 {
		last = NewRow("行", High(30, NewLabel("行", theme.Body, theme.ColorText)), false, nil)
		rows = append(rows, Fit(last))
	}
	s := NewScroll(Column(0, rows...))
	w := test.NewTempWindow(t, Stack(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	last.Focus()
	if got := s.inner.Offset.Y; got < 1000 {
		t.Errorf("scrolled to %v", got)
	}
	if !last.HasFocus() {
		t.Error("the row has no focus")
	}
}

func TestTableMovesByKeyboard(t *testing.T) {
	useTheme(t, 100)
	chosen, opened := -1, -1
	table := NewDataTable([]TableColumn{{Title: "号", Width: 40, Right: true, Cell: func(i int) fyne.CanvasObject { return NewCell(itoa(i), theme.ColorText) }},
		{Title: "来件", Cell: func(int) fyne.CanvasObject { return NewCell("来件", theme.ColorText) }}}, nil)
	table.OnChoose, table.OnOpen = func(i int) { chosen = i }, func(i int) { opened = i }
	w := test.NewTempWindow(t, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 34+38*10))
	table.SetRows(100000)
	key := func(n fyne.KeyName) { table.TypedKey(&fyne.KeyEvent{Name: n}) }
	table.Focus()
	key(fyne.KeyDown)
	key(fyne.KeyDown)
	if chosen != 2 {
		t.Errorf("chose %d", chosen)
	}
	key(fyne.KeyReturn)
	if opened != 2 {
		t.Errorf("opened %d", opened)
	}
	key(fyne.KeyEnd)
	if chosen != 99999 || table.port.scroll.Offset.Y < 3700000 {
		t.Errorf("the end is row %d at %v", chosen, table.port.scroll.Offset)
	}
	key(fyne.KeyPageUp)
	if chosen != 99990 {
		t.Errorf("a page up is row %d", chosen)
	}
	if n := len(table.port.body.renderer.objs); n > 80 {
		t.Errorf("%d objects are drawn for 100 000 rows", n)
	}
	table.SetRows(3)
	if table.Current() != 2 {
		t.Errorf("current row %d of 3", table.Current())
	}
}

func TestToastsAreAtMostThree(t *testing.T) {
	useTheme(t, 100)
	var timers []func()
	toasts := NewToasts(func(_ time.Duration, f func()) { timers = append(timers, f) })
	for _, s := range []string{"一", "二", "三", "四"} {
		toasts.Show(Toast{Text: s})
	}
	toasts.Show(Toast{Kind: ToastError, Text: "错"})
	if got := toasts.Texts(); len(got) != 3 || got[2] != "错" {
		t.Errorf("shown %v", got)
	}
	for _, f := range timers {
		f()
	}
	if got := toasts.Texts(); len(got) != 1 || got[0] != "错" {
		t.Errorf("an error does not stay: %v", got)
	}
}

func TestDaysAsListsWriteThem(t *testing.T) {
	today := app.Date{Year: 2026, Month: 11, Day: 24}
	for d, want := range map[app.Date]string{today: "今天", today.AddDays(-1): "昨天", today.AddDays(1): "明天", today.AddDays(6): "11-30",
		{Year: 2027, Month: 1, Day: 5}: "2027-01-05", {}: ""} {
		if got := DayWord(d, today); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}

// TestBarStepsHoldEveryColumn looks for a scale that no column goes over and that has few lines.
func TestBarStepsHoldEveryColumn(t *testing.T) {
	for _, n := range []int{0, 1, 3, 4, 5, 9, 86, 100, 101, 999, 12345} {
		step, most := barSteps([]ChartBar{{Parts: []ChartPart{{N: n / 2}, {N: n - n/2}}}})
		if most < n || most%step != 0 || most/step > 5 || n > 8 && most > 2*n {
			t.Errorf("%d: lines every %d up to %d", n, step, most)
		}
	}
}

// TestRunNextEndsTheTurnBefore: a count for a filter that the clerk has changed since stops, and its answer is not shown.
func TestRunNextEndsTheTurnBefore(t *testing.T) {
	var turn Turn
	var shown []string
	ended := make(chan error, 1)
	r := &Runner{Go: func(f func()) { go f() }, Do: func(f func()) { f() }, After: func(time.Duration, func()) {}}
	RunNext(&turn, r, "", func(ctx context.Context) (string, error) {
		<-ctx.Done()
		return "first", ctx.Err()
	}, func(v string, err error) { ended <- errors.New("shown") })
	second := make(chan struct{})
	RunNext(&turn, r, "", func(ctx context.Context) (string, error) { return "second", ctx.Err() }, func(v string, err error) {
		shown = append(shown, fmt.Sprintf("%s %v", v, err))
		close(second)
	})
	<-second
	if len(shown) != 1 || shown[0] != "second <nil>" {
		t.Errorf("shown %v", shown)
	}
	select {
	case err := <-ended:
		t.Error(err)
	case <-time.After(20 * time.Millisecond):
	}
}
