package store_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

// scribbler writes texts of few characters, so that words meet by chance: Chinese ones, also beyond the first plane, those
// that look alike to a clerk (width, case), marks that mean something to a query, and ends of lines.
type scribbler struct{ r *rand.Rand }

func (s scribbler) text(n int) string {
	alphabet := []rune("信访维稳工作人口普𠮷𡈽aAＡbB1１20０2４-\"*():：（）〔〕“”'%_\\^+ \t\n\nANDORNOT，。①é")
	out := make([]rune, n)
	for i := range out {
		out[i] = alphabet[s.r.IntN(len(alphabet))]
	}
	return string(out)
}

func line(s string) string { return strings.Join(strings.Fields(s), "") }

// word is what a clerk may look for: a piece of a text, by itself or among others.
func (s scribbler) word(texts []string) string {
	piece := func() string {
		if s.r.IntN(4) == 0 {
			return s.text(1 + s.r.IntN(3))
		}
		t := []rune(texts[s.r.IntN(len(texts))])
		if len(t) == 0 {
			return strconv.Itoa(s.r.IntN(60))
		}
		at := s.r.IntN(len(t))
		return string(t[at:min(len(t), at+1+s.r.IntN(5))])
	}
	switch s.r.IntN(6) {
	case 0:
		return piece() + " " + piece()
	case 1:
		return strconv.Itoa(s.r.IntN(60))
	}
	return piece()
}

// scanned are the numbers of the notices that hold all words, newest first, by reading every text.
func scanned(all map[int]string, words string) []int {
	var out []int
	for no, text := range all {
		fits := true
		for _, word := range strings.Fields(words) {
			folded := store.FoldForTest(word)
			n, err := strconv.Atoi(folded)
			fits = fits && (strings.Contains(text, folded) || err == nil && n == no)
		}
		if fits {
			out = append(out, no)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return b - a })
	return out
}

// TestSearchFindsWhatReadingFinds compares the index with reading all texts, over random texts and words, after
// registering, correcting, erasing and building anew.
func TestSearchFindsWhatReadingFinds(t *testing.T) {
	today := app.Date{Year: 2026, Month: 11, Day: 24}
	for seed := range 4 {
		o := openOffice(t, filepath.Join(t.TempDir(), "数据"))
		o.settings(t)
		s := scribbler{rand.New(rand.NewPCG(uint64(seed), 11))}
		var notices []ledger.Notice
		for i := range 50 {
			words := s.text(s.r.IntN(60))
			notices = append(notices, o.register(t, fmt.Sprintf("%s\n%s\n文%d\n%s\nrefuse:%s", s.text(4), s.text(3), i, words, s.text(5))))
		}
		compare := func(when string) {
			t.Helper()
			all := must[map[int]string](t)(o.store.WordsForTest())
			texts := make([]string, 0, len(all))
			for no := range len(all) {
				texts = append(texts, all[no+1])
			}
			found := 0
			for range 150 {
				words := s.word(texts)
				want := scanned(all, words)
				for way, few := range map[string]bool{"index": false, "reading": true} {
					f := inquire.Filter{Words: words}
					if few {
						f.States = ledger.States() // else the words are left to the index
					}
					if got := must[[]int](t)(o.store.NumbersForTest(f, today, few)); !slices.Equal(got, want) {
						t.Fatalf("seed %d, %s: %q by %s is found in %v, it stands in %v", seed, when, words, way, got, want)
					}
				}
				var paged []int
				for after := (inquire.Cursor{}); ; {
					p := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{Words: words}, after, 7))
					for _, r := range p.Rows {
						paged = append(paged, r.No)
					}
					if after = p.Next; after == (inquire.Cursor{}) {
						break
					}
				}
				if total := must[inquire.Total](t)(o.inquire.Total(t.Context(), inquire.Filter{Words: words})); !slices.Equal(paged, want) || total.Notices != len(want) {
					t.Fatalf("seed %d, %s: pages of %q give %v, in all %d; it stands in %v", seed, when, words, paged, total.Notices, want)
				}
				found += len(want)
			}
			if found < 150 {
				t.Errorf("seed %d, %s: 150 words were found only %d times, the test looks wrong", seed, when, found)
			}
		}
		compare("as registered")
		for _, n := range notices[:10] {
			must[ledger.Notice](t)(o.intake.Recheck(t.Context(), n.ID, map[string]string{"title": "甲" + line(s.text(6)), "issuer": "乙" + line(s.text(4))}))
		}
		compare("corrected")
		gone := notices[15]
		must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), gone.ID, "误收"))
		for _, n := range notices[12:15] {
			must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收"))
		}
		compare("erased")
		terms := must[[]string](t)(o.store.TermsForTest())
		if of := func(line string) bool { return strings.HasPrefix(line, fmt.Sprintf("2026%07d00000 ", gone.No)) }; !slices.ContainsFunc(terms, of) ||
			slices.IndexFunc(terms, of) != lastIndex(terms, of) {
			t.Errorf("seed %d: of an erased notice more than its number stands in the index", seed)
		}
		if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
			t.Errorf("seed %d: built anew it differs: %v", seed, r.Changed)
		}
		if again := must[[]string](t)(o.store.TermsForTest()); !slices.Equal(again, terms) {
			t.Errorf("seed %d: built anew the index has other terms", seed)
		}
		compare("built anew")
		must[any](t)(nil, o.store.Close())
	}
}

func lastIndex(list []string, of func(string) bool) int {
	at := -1
	for i, s := range list {
		if of(s) {
			at = i
		}
	}
	return at
}

// TestErasedWordsLeaveTheIndex looks for a term of an erased text in the bytes of the file: the index keeps no words, but
// pairs of characters can be put together again.
func TestErasedWordsLeaveTheIndex(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	fill(t, o, 30)
	const secret = "\U00020000\U00020001" // stands in no other text; its term is 2t4w2t4x
	n := o.register(t, text(31, bureau, app.VerdictDo)+"\n"+secret)
	fill30 := func() {
		for i := range 30 {
			o.register(t, text(100+i, bureau, app.VerdictDo))
		}
	}
	fill30() // the index is written in parts, which have met by now
	holds := func() bool {
		for _, term := range must[[]string](t)(o.store.TermsForTest()) {
			if strings.HasSuffix(term, "2t4w2t4x") {
				return true
			}
		}
		return false
	}
	if !holds() {
		t.Fatal("the term is not there: the test looks wrong")
	}
	must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收"))
	if holds() {
		t.Error("the index still holds the term")
	}
	must[any](t)(nil, o.store.Close())
	if found := holding(t, dir, "2t4w2t4x"); len(found) > 0 {
		t.Errorf("the term stands in %v", found)
	}
}

func TestRepairMakesTheIndexAnew(t *testing.T) {
	o := newOffice(t)
	fill(t, o, 20)
	must[any](t)(nil, o.store.ExecForTest("INSERT INTO notice_index (notice_index) VALUES ('delete-all')"))
	f := inquire.Filter{Words: "信访"}
	if p := must[inquire.Page](t)(o.inquire.Page(t.Context(), f, inquire.Cursor{}, 50)); len(p.Rows) > 0 {
		t.Fatalf("an empty index finds %d", len(p.Rows))
	}
	r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
	if len(r.Changed) != 1 || !strings.Contains(r.Changed[0], "检索索引") {
		t.Errorf("repaired %v", r.Changed)
	}
	if p := must[inquire.Page](t)(o.inquire.Page(t.Context(), f, inquire.Cursor{}, 50)); len(p.Rows) != 20 {
		t.Errorf("%d of 20 are found", len(p.Rows))
	}
}

// TestFiltersMeetWords compares every filter together with words on both ways with the same filter without words.
func TestFiltersMeetWords(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	r := rand.New(rand.NewPCG(5, 5))
	verdicts := []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse}
	for i := range 60 {
		n := o.register(t, text(i+1, []string{bureau, "清河县民政局"}[r.IntN(2)], verdicts[r.IntN(3)], verdicts[r.IntN(3)])+"\n"+[]string{"防汛", "养老"}[r.IntN(2)])
		switch r.IntN(4) {
		case 0:
			_, _ = o.decide.Decide(ctx, n.ID, nil)
		case 1:
			_, _ = o.decide.Issue(ctx, decide.Request{Notice: n.ID})
		}
	}
	today := app.Date{Year: 2026, Month: 11, Day: 24}
	for _, f := range []inquire.Filter{
		{}, {Issuer: bureau}, {Year: 2026, Month: 11}, {Year: 2025}, {Kind: app.KindForm}, {Kind: app.KindMeeting},
		{Verdict: app.VerdictMixed}, {Verdict: app.VerdictRefuse}, {Verdict: app.VerdictDo, Issuer: bureau},
		{States: []ledger.State{ledger.StatePending}}, {States: []ledger.State{ledger.StateToSign, ledger.StateDoing}, Verdict: app.VerdictMixed},
		{Overdue: true}, {States: []ledger.State{ledger.StateAwaiting}, Year: 2026},
		{Figure: &inquire.Figure{Period: inquire.MonthOf(today), Verdicts: []app.Verdict{app.VerdictRefuse}}},
	} {
		all := must[[]int](t)(o.store.NumbersForTest(f, today, false))
		texts := must[map[int]string](t)(o.store.WordsForTest())
		for _, words := range []string{"防汛", "汛", "12", "防汛 12", "没有"} {
			has := scanned(texts, words)
			want := slices.DeleteFunc(slices.Clone(all), func(no int) bool { return !slices.Contains(has, no) })
			f.Words = words
			for _, few := range []bool{false, true} {
				if few && len(f.States) == 0 && !f.Overdue && f.Verdict == "" && f.Kind == "" {
					continue
				}
				if got := must[[]int](t)(o.store.NumbersForTest(f, today, few)); !slices.Equal(got, want) {
					t.Errorf("%+v, few %t: %v, want %v", f, few, got, want)
				}
			}
			if p := must[inquire.Page](t)(o.inquire.Page(ctx, f, inquire.Cursor{}, 500)); len(p.Rows) != len(want) {
				t.Errorf("%+v: a page gives %d, want %d", f, len(p.Rows), len(want))
			}
		}
	}
}
