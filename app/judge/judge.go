// Package judge gives the advice on a notice: it joins what was read, what the lists say and what the rules find into
// one verdict for each demand, with its reasons, and holds it back where a cap applies.
package judge

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/duty"
	"yidanqing/app/lexicon"
	"yidanqing/app/notice"
	"yidanqing/app/phrasing"
	"yidanqing/app/precedent"
	"yidanqing/app/rule"
	"yidanqing/app/text"
	"yidanqing/app/vector"
)

// Params are what a Judge knows beside the lists.
type Params struct {
	Lexicon  *lexicon.Lexicon
	Rules    *rule.Set
	Calendar *calendar.Calendar
	Weights  Weights
	Vectors  *vector.Table   // may be nil: then only words and concepts are compared
	Phrases  *phrasing.Table // may be nil: what is said without the words of the lexicon is then known by its vectors only
	// Own is the digest of what the office changed of rules and words, for the versions that a check names; empty: nothing.
	Own string
}

// Judge compares notices (比对). Safe for concurrent use.
type Judge struct{ Params }

// New makes a judge. A missing part is a fault of the program.
func New(p Params) *Judge {
	if p.Lexicon == nil || p.Rules == nil || p.Calendar == nil {
		panic("judge: lexicon, rules and calendar are needed")
	}
	return &Judge{p}
}

// Ground is what notices are compared with: a list (or none) and registers, prepared once for many notices.
type Ground struct {
	List      *app.DutyList // nil: no list imported
	index     *duty.Index
	registers map[app.RegisterKind]*register
	versions  []app.Version
}

// Prepare readies a list and registers for checks. list may be nil; a later register of a kind adds to an earlier one.
func (j *Judge) Prepare(list *app.DutyList, registers ...*app.Register) *Ground {
	g := &Ground{List: list, registers: map[app.RegisterKind]*register{}}
	if list != nil && len(list.Duties) > 0 {
		g.index = duty.NewIndex(list, j.Lexicon, j.Vectors, j.Phrases)
		g.versions = append(g.versions, list.Version())
	} else {
		g.List = nil
	}
	for _, r := range registers {
		if r == nil {
			continue
		}
		g.registers[r.Kind] = prepareRegister(r, j.Lexicon)
		g.versions = append(g.versions, app.Version{What: "register:" + string(r.Kind), Title: r.Source.Title, DocNo: r.Source.DocNo, From: r.Source.From})
	}
	g.versions = append(g.versions, app.Version{What: "rules", Title: j.Rules.Source.Title, DocNo: j.Rules.Source.DocNo, Digest: j.Own})
	return g
}

// Precedents prepares the office's own decisions for checks, as far as an old set does not have them; nil: there is none.
func (j *Judge) Precedents(list []app.Precedent, old *precedent.Set) *precedent.Set {
	return precedent.NewSet(j.Lexicon, j.Vectors, list, old)
}

// Input is one notice to be judged.
type Input struct {
	ID       string
	Text     string
	Received app.Date // the day from which relative deadlines count
	// Known are fields that a person has put right; they stand in place of what is read. Their deadline may name an hour:
	// 2026-12-04 17:00.
	Known app.Fields
	// Precedents are the office's own decisions in use; nil: none. Except are the IDs of notices whose decisions do not count.
	Precedents *precedent.Set
	Except     []string
}

// Check gives the advice on one notice. It fails only where ctx ends; any text has an answer.
func (j *Judge) Check(ctx context.Context, g *Ground, in Input) (app.Check, error) {
	if err := ctx.Err(); err != nil {
		return app.Check{}, fmt.Errorf("check %s: %w", in.ID, err)
	}
	s := j.read(g, in)
	out := app.Check{ID: in.ID, Fields: s.fields, Emergency: s.emergency, Versions: g.versions}
	parts := s.parts()
	s.knownDeadline(parts)
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return app.Check{}, fmt.Errorf("check %s: %w", in.ID, err)
		}
		out.Demands = append(out.Demands, s.decide(p))
	}
	out.Versions = append(slices.Clip(out.Versions), recalled(out.Demands)...)
	s.summarize(&out)
	if out.Kind == app.KindMeeting {
		out.Gathering = s.gathering()
	}
	return out, nil
}

// sitting is one notice before the judge.
type sitting struct {
	*Judge
	ground    *Ground
	in        Input
	text      *text.Text
	letter    *notice.Letter
	reading   *notice.Reading
	rules     *rule.Reader
	entries   *duty.Comparison // nil without a list
	fields    app.Fields
	issuer    int // body in the lexicon, unknownBody or outsider
	mainJob   int // place of the duty of ours that the letter as a whole is surely about; -1: none
	emergency bool
	title     string
	superior  string // why the notice comes from 县委、县政府 or carries their consent; empty: it does not
}

func (j *Judge) read(g *Ground, in Input) *sitting {
	s := &sitting{Judge: j, ground: g, in: in, issuer: unknownBody, mainJob: -1}
	s.text = text.New(in.Text)
	s.letter = notice.ParseLetter(s.text)
	s.reading = notice.Read(s.letter, j.Lexicon)
	s.rules = j.Rules.On(s.text, s.reading.Mask)
	s.fields = notice.ReadFields(s.letter, in.Received, j.Calendar)
	s.known()
	if s.fields.Issuer != "" {
		name := text.New(s.fields.Issuer).String()
		if s.issuer = j.Lexicon.Body(name); s.issuer == unknownBody && business.MatchString(name) {
			s.issuer = outsider
		}
	}
	if g.index != nil {
		s.entries = g.index.Compare(s.text, s.fields.Issuer)
	}
	t := s.letter.Title()
	s.title = s.text.Slice(t.Start, t.End)
	s.emergency, _, _ = j.Lexicon.Emergency(s.text.Norm)
	s.emergency = s.emergency || command.MatchString(s.fields.Issuer) && danger.MatchString(s.text.String())
	s.superior = s.superiorOrder()
	return s
}

// known takes the fields that a person has put right; their places in the text are no longer claimed.
func (s *sitting) known() {
	k, f := s.in.Known, &s.fields
	for _, x := range []struct {
		name string
		from string
		to   *string
	}{{"issuer", k.Issuer, &f.Issuer}, {"doc_no", k.DocNo, &f.DocNo}, {"title", k.Title, &f.Title}, {"doc_date", k.DocDate, &f.DocDate},
		{"deadline", k.Deadline, &f.Deadline}, {"contact", k.Contact, &f.Contact}, {"phone", k.Phone, &f.Phone},
		{"meeting_time", k.MeetingTime, &f.MeetingTime}, {"place", k.Place, &f.Place}} {
		if x.from != "" && x.from != *x.to {
			*x.to = x.from
			delete(f.Places, x.name)
		}
	}
	f.Deadline, _, _ = strings.Cut(f.Deadline, " ") // an hour that the clerk added is that of the demand
}
