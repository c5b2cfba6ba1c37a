package inquire

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/ledger"
	"yidanqing/app/table"
)

// OpenMatch is a demand that is not yet closed, with the entry that its advice rests on.
type OpenMatch struct {
	Notice Brief
	No     int    // of the demand
	Gist   string // of the demand
	Part   app.Part
	Name   string // of the entry, as in the list then in force
}

// ListChange is an entry that differs between two versions of the list, with the open demands whose advice rests on it
// as it stood before.
type ListChange struct {
	duty.Change
	Open []OpenMatch
}

// ListChanges compares two versions. Open demands are told with the change and not judged anew: a notice is compared with
// the version in force on the day it was received.
func (s *Service) ListChanges(ctx context.Context, old, now ledger.List) ([]ListChange, error) {
	changes := duty.Diff(&old.List, &now.List)
	if len(changes) == 0 {
		return nil, ctx.Err()
	}
	open, err := s.Reader.OpenMatches(ctx)
	if err != nil {
		return nil, err
	}
	type entry struct {
		part app.Part
		name string
	}
	by := make(map[entry][]OpenMatch)
	for _, m := range open {
		k := entry{m.Part, table.Fold(m.Name)}
		by[k] = append(by[k], m)
	}
	out := make([]ListChange, len(changes))
	for i, c := range changes {
		out[i].Change = c
		if c.Old != nil {
			out[i].Open = by[entry{c.Old.Part, table.Fold(c.Old.Name)}]
		}
	}
	return out, ctx.Err()
}

// Has tells whether a field differs.
func (c ListChange) Has(f duty.Field) bool {
	for _, x := range c.Fields {
		if x == f {
			return true
		}
	}
	return false
}

// Note says in few words what the change means (说明).
func (c ListChange) Note() string {
	var out []string
	add := func(s string) { out = append(out, s) }
	leading := func(d *app.Duty) string {
		if len(d.Departments) == 0 {
			return "未写"
		}
		return d.Departments[0]
	}
	switch c.Kind {
	case duty.Added:
		if len(c.New.Departments) > 0 {
			add("牵头：" + c.New.Departments[0])
		}
	case duty.Removed:
		add("新版不再列入")
	default:
		if c.Has(duty.FieldDepartment) {
			if was, is := leading(c.Old), leading(c.New); was != is {
				add("牵头：" + was + " → " + is)
			} else {
				add("配合的部门有变化")
			}
		}
		if c.Has(duty.FieldUpperDuty) {
			add("上级职责有改动")
		}
		if c.Has(duty.FieldTownDuty) {
			add("本级职责有改动")
		}
		if c.Has(duty.FieldTransition) && c.Old.Transition {
			add("过渡期结束")
		}
	}
	if c.New != nil && c.New.Transition {
		add("尚在过渡期")
	}
	return strings.Join(out, "；")
}

// Lead tells which version's words stand for the entry where only one can: the new one, else the old one.
func (c ListChange) Lead() *app.Duty {
	if c.New != nil {
		return c.New
	}
	return c.Old
}
