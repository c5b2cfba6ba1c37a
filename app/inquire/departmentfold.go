package inquire

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
)

// departmentFold puts the numbers of the names of one department together.
type departmentFold struct {
	lex      *lexicon.Lexicon
	office   app.Office
	period   Period
	rows     map[string]*Department // by lexicon.Identity.Key
	names    map[string][]calling
	terms    map[string][]term
	allTerms []term
}

// calling is a name of a department, from a name under which it stands in the ledger.
type calling struct {
	name  string
	whole bool // not that of a part of it
	last  app.Date
}

// term is a number of demands with so many workdays from receipt to deadline.
type term struct{ days, n int }

func (s *Service) countDepartments(ctx context.Context, lex *lexicon.Lexicon, o app.Office, p Period, today app.Date) (*departmentFold, error) {
	f := &departmentFold{lex: lex, office: o, period: p, rows: map[string]*Department{}, names: map[string][]calling{}, terms: map[string][]term{}}
	arrivals, err := s.Reader.ArrivalsByIssuer(ctx, p)
	if err != nil {
		return nil, err
	}
	demands, err := s.Reader.DemandsByIssuer(ctx, p)
	if err != nil {
		return nil, err
	}
	terms, err := s.Reader.TermsByIssuer(ctx, p)
	if err != nil {
		return nil, err
	}
	replies, err := s.Reader.RepliesByIssuer(ctx, p, today)
	if err != nil {
		return nil, err
	}
	f.arrivals(arrivals)
	f.demands(demands)
	for _, t := range terms {
		key, x := f.key(t.Issuer), term{s.Calendar.WorkdaysBetween(t.Received, t.Deadline), t.N}
		f.terms[key], f.allTerms = append(f.terms[key], x), append(f.allTerms, x)
	}
	for _, r := range replies {
		if key := f.key(r.Issuer); key != "" && key == f.key(r.Addressee) {
			d := f.row(key)
			d.Due, d.InTime = d.Due+r.Due, d.InTime+r.InTime
		}
	}
	f.finish()
	return f, nil
}

func (f *departmentFold) key(name string) string { return f.lex.Identify(name, f.office.County).Key }

func (f *departmentFold) row(key string) *Department {
	if f.rows[key] == nil {
		f.rows[key] = &Department{Period: f.period}
	}
	return f.rows[key]
}

func (f *departmentFold) arrivals(list []IssuerArrivals) {
	for _, a := range list {
		id := f.lex.Identify(a.Issuer, f.office.County)
		f.names[id.Key] = append(f.names[id.Key], calling{id.Name, id.Whole, a.Last})
		d := f.row(id.Key)
		d.Issuers = append(d.Issuers, a.Issuer)
		d.Notices, d.Repeated, d.ManyHeaded = d.Notices+a.Notices, d.Repeated+a.Repeated, d.ManyHeaded+a.ManyHeaded
	}
}

func (f *departmentFold) demands(list []IssuerDemands) {
	for _, x := range list {
		d := f.row(f.key(x.Issuer))
		d.Demands, d.Short = d.Demands+x.N, d.Short+x.Short
		d.Verdicts.Add(x.Verdict, x.N)
		if !x.Decided {
			d.Undecided += x.N
		}
		if x.Verdict != app.VerdictRefuse && x.Verdict != app.VerdictEscalate {
			continue
		}
		switch x.Result {
		case ledger.Withdrawn:
			d.Withdrawn += x.N
		case ledger.Changed:
			d.Changed += x.N
		case ledger.Upheld:
			d.Upheld += x.N
		}
		if x.Route == ledger.RouteTalk || x.Route == ledger.RouteTalkPaper {
			d.Talked += x.N
		}
		if x.Route == ledger.RouteTalk && (x.Result == ledger.Withdrawn || x.Result == ledger.Changed) {
			d.Settled += x.N
		}
	}
}

// finish names the rows and finds the middle of their terms.
func (f *departmentFold) finish() {
	for key, d := range f.rows {
		d.Name = unknownIssuer
		if names := f.names[key]; key != "" && len(names) > 0 {
			d.Name = f.office.ShortBody(presentName(names))
		}
		slices.Sort(d.Issuers)
		d.setTerms(f.terms[key])
	}
}

// presentName is the name that the department has now: of those that are not a part's, the one last used; among those of
// one day the longest, which is the full one.
func presentName(names []calling) string {
	return slices.MaxFunc(names, func(a, b calling) int {
		switch {
		case a.whole != b.whole:
			if a.whole {
				return 1
			}
			return -1
		case a.last != b.last:
			return b.last.DaysUntil(a.last)
		case len(a.name) != len(b.name):
			return len(a.name) - len(b.name)
		case a.name < b.name:
			return 1
		}
		return -1
	}).name
}

// sum adds the rows up.
func (f *departmentFold) sum() Department {
	out := Department{Period: f.period}
	for _, d := range f.rows {
		out.plus(*d)
	}
	return out
}

// setTerms finds the middle of the workdays given.
func (d *Department) setTerms(list []term) {
	slices.SortFunc(list, func(a, b term) int { return a.days - b.days })
	d.Termed, d.Median = 0, 0
	for _, t := range list {
		d.Termed += t.n
	}
	if d.Termed == 0 {
		return
	}
	at := func(n int) int { // the n-th of them, from 0
		for _, t := range list {
			if n < t.n {
				return t.days
			}
			n -= t.n
		}
		return 0
	}
	d.Median = at((d.Termed-1)/2) + at(d.Termed/2)
}
