package duty

import (
	"slices"

	"yidanqing/app"
	"yidanqing/app/table"
)

// ChangeKind says what happened to an entry between two versions (变化).
type ChangeKind string

const (
	Added   ChangeKind = "added"   // 新增
	Removed ChangeKind = "removed" // 删去
	Moved   ChangeKind = "moved"   // 移动: another part of the list, its words may differ too
	Edited  ChangeKind = "edited"  // 修改: words, departments, or the time of transition
)

// Title is the change in the words of the window.
func (k ChangeKind) Title() string {
	switch k {
	case Added:
		return "新增"
	case Removed:
		return "删去"
	case Moved:
		return "移动"
	case Edited:
		return "修改"
	}
	return ""
}

// Change is one entry that differs between two versions. Old is nil for added entries, New for removed ones; both point
// into the lists compared. Fields names what differs: FieldPart, FieldName, FieldDepartment, FieldUpperDuty,
// FieldTownDuty, FieldTransition.
type Change struct {
	Kind   ChangeKind
	Old    *app.Duty
	New    *app.Duty
	Fields []Field
}

// minAlike is how alike two names must be to be taken for the same entry in other words: the share of common bigrams.
const minAlike = 0.5

// Diff compares two versions of a list. Entries belong together by their name, first within the same part, then across
// parts, then by the most similar name. A number or category alone is no change. Changes come in the order of the new
// list, removed ones where they stood.
func Diff(old, now *app.DutyList) []Change {
	d := &differ{old: old, now: now, pair: make([]int, len(now.Duties)), used: make([]bool, len(old.Duties))}
	for i := range d.pair {
		d.pair[i] = -1
	}
	d.byName(true)
	d.byName(false)
	d.byWords(true)
	d.byWords(false)
	return d.changes()
}

type differ struct {
	old, now *app.DutyList
	pair     []int // for every new entry the index of its old one, or -1
	used     []bool
}

func (d *differ) join(i, k int) { d.pair[i], d.used[k] = k, true }

func nameKey(e *app.Duty, withPart bool) string {
	if withPart {
		return string(e.Part) + "|" + table.Fold(e.Name)
	}
	return table.Fold(e.Name)
}

// byName joins entries of equal names.
func (d *differ) byName(samePart bool) {
	at := map[string][]int{}
	for k := range d.old.Duties {
		if !d.used[k] {
			key := nameKey(&d.old.Duties[k], samePart)
			at[key] = append(at[key], k)
		}
	}
	for i := range d.now.Duties {
		if d.pair[i] >= 0 {
			continue
		}
		key := nameKey(&d.now.Duties[i], samePart)
		if list := at[key]; len(list) > 0 {
			d.join(i, list[0])
			at[key] = list[1:]
		}
	}
}

// byWords joins the remaining entries by the bigrams that their names share, the most alike first.
func (d *differ) byWords(samePart bool) {
	type candidate struct {
		i, k  int
		alike float64
	}
	grams := map[string][]int{}
	size := map[int]int{}
	for k := range d.old.Duties {
		if d.used[k] {
			continue
		}
		set := bigramsOf(d.old.Duties[k].Name)
		size[k] = len(set)
		for g := range set {
			grams[g] = append(grams[g], k)
		}
	}
	var all []candidate
	for i := range d.now.Duties {
		if d.pair[i] >= 0 {
			continue
		}
		set := bigramsOf(d.now.Duties[i].Name)
		common := map[int]int{}
		for g := range set {
			if list := grams[g]; len(list) <= 400 { // a pair of characters that stands everywhere tells nothing
				for _, k := range list {
					common[k]++
				}
			}
		}
		for k, n := range common {
			if samePart != (d.old.Duties[k].Part == d.now.Duties[i].Part) {
				continue
			}
			if alike := 2 * float64(n) / float64(len(set)+size[k]); alike >= minAlike {
				all = append(all, candidate{i, k, alike})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		switch {
		case a.alike != b.alike:
			if a.alike > b.alike {
				return -1
			}
			return 1
		case a.i != b.i:
			return a.i - b.i
		}
		return a.k - b.k
	})
	for _, c := range all {
		if d.pair[c.i] < 0 && !d.used[c.k] {
			d.join(c.i, c.k)
		}
	}
}

func bigramsOf(name string) map[string]bool {
	r := []rune(table.Fold(name))
	set := map[string]bool{}
	for i := 0; i+1 < len(r); i++ {
		set[string(r[i:i+2])] = true
	}
	return set
}

// changes lists what differs, in the order of the new list; a removed entry stands before the entry that followed it.
func (d *differ) changes() []Change {
	var out []Change
	next := 0 // old entries up to here are told
	removed := func(until int) {
		for ; next < until; next++ {
			if !d.used[next] {
				out = append(out, Change{Kind: Removed, Old: &d.old.Duties[next]})
			}
		}
	}
	for i := range d.now.Duties {
		now := &d.now.Duties[i]
		k := d.pair[i]
		if k < 0 {
			out = append(out, Change{Kind: Added, New: now})
			continue
		}
		old := &d.old.Duties[k]
		if old.Part == now.Part {
			removed(k)
		}
		fields := differing(old, now)
		switch {
		case old.Part != now.Part:
			out = append(out, Change{Kind: Moved, Old: old, New: now, Fields: fields})
		case len(fields) > 0:
			out = append(out, Change{Kind: Edited, Old: old, New: now, Fields: fields})
		}
	}
	removed(len(d.old.Duties))
	return out
}

// differing names the fields whose words differ; blanks, line breaks and the width of marks do not count.
func differing(old, now *app.Duty) (fields []Field) {
	if old.Part != now.Part {
		fields = append(fields, FieldPart)
	}
	same := func(a, b string) bool { return table.Half(table.Line(a)) == table.Half(table.Line(b)) }
	if !same(old.Name, now.Name) {
		fields = append(fields, FieldName)
	}
	if !slices.Equal(old.Departments, now.Departments) {
		fields = append(fields, FieldDepartment)
	}
	if !same(old.UpperDuty, now.UpperDuty) {
		fields = append(fields, FieldUpperDuty)
	}
	if !same(old.TownDuty, now.TownDuty) {
		fields = append(fields, FieldTownDuty)
	}
	if old.Transition != now.Transition {
		fields = append(fields, FieldTransition)
	}
	return fields
}
