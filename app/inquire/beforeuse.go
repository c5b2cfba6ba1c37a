package inquire

import (
	"context"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// oldRecords is what the office kept before this program (旧台账).
type oldRecords interface {
	// OldLedgers gives all imports with their rows, also those taken back, the newest first.
	OldLedgers(ctx context.Context) ([]ledger.OldLedger, error)
	// OldRows gives at most limit rows behind the first skip ones, the newest day first.
	OldRows(ctx context.Context, words string, skip, limit int) (OldPage, error)
	// OldSpan is the first and the last day of the rows before a day; zero where there are none.
	OldSpan(ctx context.Context, before app.Date) (Period, error)
	// OldArrivals counts the rows by kind and handling.
	OldArrivals(ctx context.Context, p Period) ([]ArrivalCount, error)
}

// OldPage is a part of the rows of the old ledgers.
type OldPage struct {
	Rows  []OldRow
	Total int // all that hold the words
}

// OldRow is a row of an old ledger with the import that brought it.
type OldRow struct {
	app.OldRow
	Ledger string    // ID of the import
	File   string    // name of its file
	At     time.Time // of the import, UTC
	By     string    // who imported it
}

// OldImport is one import of an old ledger that stands.
type OldImport struct {
	ID          string
	File        string
	Rows        int
	First, Last app.Date // days of the rows
	At          time.Time
	By          string
}

// ArrivalCount is a number of arrivals of a kind and a verdict; rows of an old ledger may have neither.
type ArrivalCount struct {
	Kind    app.Kind
	Verdict app.Verdict
	N       int
}

// OldRows gives rows of the old ledgers, the newest first. Words must all stand in title, number or issuer.
func (s *Service) OldRows(ctx context.Context, words string, skip, limit int) (OldPage, error) {
	return s.Reader.OldRows(ctx, words, skip, limit)
}

// OldImports gives the imports that were not taken back, the newest first.
func (s *Service) OldImports(ctx context.Context) ([]OldImport, error) {
	all, err := s.Reader.OldLedgers(ctx)
	var out []OldImport
	for _, l := range all {
		if l.Withdrawn {
			continue
		}
		i := OldImport{ID: l.ID, File: l.Old.File, Rows: len(l.Old.Rows), At: l.ImportedAt, By: l.ImportedBy}
		i.First, i.Last = l.Old.Span()
		out = append(out, i)
	}
	return out, err
}

// BeforeUse compares arrivals with those of the same months before the program was used (与使用前比): live notices against
// rows of the old ledger, one by one, because an old ledger knows no demands. Kinds add up to Total on both sides.
type BeforeUse struct {
	Old       Period // first and last day of the old ledger before the first day on record here
	Now, Then Period // what is compared; the zero Period: no whole month is on record here yet
	Known     bool   // Then is wholly in the old ledger; else nothing is compared
	Kinds     []BeforeLine
	Total     BeforeLine
	Handed    BeforeLine // of Total: 拒接反馈, 提级反映
	Untyped   int        // rows of Then whose words tell no kind: counted as 其他
	Unhandled int        // rows of Then whose words tell no handling
}

// BeforeLine is one line of the comparison.
type BeforeLine struct {
	Title  string
	Now    int
	Change Change
}

// beforeUse compares the year so far, as far as it is on record, with the latest same days that lie before the first day
// on record and wholly in the old ledger.
func (s *Service) beforeUse(ctx context.Context, year Period, since app.Date) (*BeforeUse, error) {
	if since.IsZero() {
		return nil, nil
	}
	old, err := s.Reader.OldSpan(ctx, since)
	if err != nil || old.From.IsZero() {
		return nil, err
	}
	out := &BeforeUse{Old: old}
	if out.Now = recordedPart(year, since); out.Now == (Period{}) {
		return out, nil
	}
	out.Then, out.Known = sameDaysBefore(out.Now, since, old)
	if !out.Known {
		return out, nil
	}
	now, err := s.Reader.ArrivalsByKind(ctx, out.Now)
	if err != nil {
		return nil, err
	}
	then, err := s.Reader.OldArrivals(ctx, out.Then)
	if err != nil {
		return nil, err
	}
	out.compare(now, then, fullYear(since, out.Now.To) && fullYear(old.From, old.To))
	return out, nil
}

// recordedPart is the part of a year that begins with the first whole month on record; zero where there is none.
func recordedPart(year Period, since app.Date) Period {
	for m := MonthOf(year.From); !year.To.Before(m.From); m = MonthOf(m.To.AddDays(1)) {
		if since.Before(m.From.AddDays(firstWeek)) {
			return Period{m.From, year.To}
		}
	}
	return Period{}
}

// sameDaysBefore is the period moved back by whole years until it lies before a day, further back where the old ledger is
// not whole there. known tells whether it is whole in the old ledger; else the nearest such period is given.
func sameDaysBefore(p Period, since app.Date, old Period) (then Period, known bool) {
	const most = 5 // years that anybody would still compare with
	for range most {
		p = p.YearBefore()
		if !p.To.Before(since) {
			continue
		}
		if then == (Period{}) {
			then = p
		}
		if p.recorded(old.From) && !old.To.AddDays(firstWeek).Before(p.To) {
			return p, true
		}
	}
	return then, false
}

func (b *BeforeUse) compare(now, then []ArrivalCount, years bool) {
	groups := kindGroups()
	count := func(counts []ArrivalCount) (kinds []int, total, handed int) {
		kinds = make([]int, len(groups))
		for _, c := range counts {
			kinds[groupOf(groups, c.Kind)] += c.N
			total += c.N
			switch c.Verdict {
			case app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed: // of a mixed notice a part is handed back
				handed += c.N
			}
		}
		return kinds, total, handed
	}
	n, nowTotal, nowHanded := count(now)
	t, thenTotal, thenHanded := count(then)
	line := func(title string, now, then int) BeforeLine {
		return BeforeLine{Title: title, Now: now, Change: change(now, then, true, years)}
	}
	for i, g := range groups {
		b.Kinds = append(b.Kinds, line(g.Title, n[i], t[i]))
	}
	b.Total, b.Handed = line("来件", nowTotal, thenTotal), line("其中反馈", nowHanded, thenHanded)
	for _, c := range then {
		if c.Kind == "" {
			b.Untyped += c.N
		}
		if c.Verdict == "" {
			b.Unhandled += c.N
		}
	}
}
