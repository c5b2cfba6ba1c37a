package precedent

import (
	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/duty"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// frame is what a demand asks, taken apart: the acts, and the matter that they are done to.
type frame struct {
	heavy  map[string]bool // classes of demanded acts that need power over others
	light  map[string]bool // the other classes
	ends   bool            // something is to be stopped or taken back
	pays   bool            // money is to be paid, collected or advanced
	demand alert.Demand    // the demanded words, as they are compared
	matter *alert.Matter   // the demand taken apart; nil until it is needed
}

// frame takes a demand apart. Only what is demanded counts: neither what the notice forbids nor what others do; live is
// that, where it is known already, else it is read. A title names the matter and counts in whole.
func (s *Set) frame(title, words, live string, under *app.DutyRef) frame {
	f := frame{heavy: map[string]bool{}, light: map[string]bool{}}
	live = s.read(&f, words, live)
	if title != "" {
		title = s.read(&f, title, text.New(title).String())
	}
	f.demand = alert.Demand{Title: title, Text: live}
	if under != nil {
		f.demand.Entry = string(under.Part) + under.ItemNo + under.Name
	}
	return f
}

// about is the matter of a frame that is not shared yet.
func (s *Set) about(f *frame) alert.Matter {
	if f.matter == nil {
		m := s.watch.Matter(f.demand)
		f.matter = &m
	}
	return *f.matter
}

// read gives the demanded words of a text and notes the acts in it.
func (s *Set) read(f *frame, words, live string) string {
	t := text.New(words)
	if live == "" {
		live = notice.Read(notice.ParseLetter(t), s.watch.Lexicon).LiveText(text.Range{Start: 0, End: t.Len()})
	}
	if live == "" { // a text that is nothing but a title
		live = t.String()
	}
	for _, h := range s.watch.Lexicon.FindActions([]rune(live)) {
		class := s.watch.Lexicon.Class(h.ID)
		if duty.NeedsPower(class) {
			f.heavy[class] = true
		} else {
			f.light[class] = true
		}
	}
	f.ends = f.ends || ending.MatchString(t.String())
	f.pays = f.pays || paying.MatchString(t.String())
	return live
}

// ending are words by which an act is to cease: the same words without them ask for the opposite.
var ending = pattern.MustCompile(`停止|停用|终止|取消|暂停|暂缓|叫停|撤销|不再|不用再|无需再|不必再|禁止|严禁|不得|不要|清退|退还|纠正`)

// paying are words of money that somebody is to give: a like demand that costs something was not decided before.
var paying = pattern.MustCompile(`[0-9.]+(万|亿)?元|垫付|垫资|自筹|自购|认购|征订|购买|采购|缴纳|代收|收缴|[收交缴]费|[收交缴]款|出资|集资|捐款|摊派`)

// leastObjects is how much of the things two demands speak of they must share.
const leastObjects = 0.4

// alike tells whether two demands are one matter with the same acts. b is one of the set.
func (s *Set) alike(a, b *frame) bool {
	if a.ends != b.ends || a.pays != b.pays || !same(a.heavy, b.heavy) || !meet(a.light, b.light) {
		return false
	}
	x, y := s.about(a), *b.matter
	if share, known := s.watch.Objects(x, y); known && share < leastObjects {
		return false
	}
	return s.watch.Alike(x, y)
}

func same(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

// meet tells whether two sets have a member in common; an empty one tells nothing and does not hinder.
func meet(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
