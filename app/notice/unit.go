package notice

import (
	"strings"

	"yidanqing/app/lexicon"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Unit is a piece of the notice that may be a demand of its own: an item of the body, or a sentence of a message.
type Unit struct {
	text.Range
	Item    int // its item, -1 for none
	Heading text.Range
	Clauses []Clause // in order
}

// Live tells whether clause c demands something of the office that is addressed.
func (r *Reading) Live(c Clause) bool {
	if c.Actor == ActorIssuer || c.Actor == ActorOther || c.Heading {
		return false
	}
	masked := 0
	for i := c.Start; i < c.End; i++ {
		if r.Mask[i]&(text.Theirs|text.Past|text.Outside|text.Background) != 0 {
			masked++
		}
	}
	return 2*masked < c.Len()
}

// LiveText is the words of a range that are demanded of the office, clause by clause, without what is masked.
func (r *Reading) LiveText(g text.Range) string {
	const out = text.Theirs | text.Past | text.Outside | text.Forbidden | text.Background
	var b strings.Builder
	gap := false
	for i := g.Start; i < g.End; i++ {
		if r.Mask[i]&out != 0 {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('\n')
		}
		gap = false
		b.WriteRune(r.Letter.Text.Norm[i])
	}
	return b.String()
}

// announces are words of a body that tells of itself by its name what it is going to do: 县民政局定于7月开展…检查.
var announces = pattern.MustCompile(`^[^,。]{0,30}?(定于|拟于|计划|将于)`)

// VisitText is the words of the clauses in a range in which the office is not the one to act, past ones left out.
func (r *Reading) VisitText(g text.Range) string {
	const out = text.Past | text.Outside | text.Forbidden | text.Background
	var b strings.Builder
	for _, c := range r.clausesIn(g) {
		if c.Actor == ActorUs || c.Actor == ActorOther && !announces.MatchString(r.Letter.Text.Slice(c.Start, c.End)) {
			continue
		}
		for i := c.Start; i < c.End; i++ {
			if r.Mask[i]&out == 0 {
				b.WriteRune(r.Letter.Text.Norm[i])
			}
		}
	}
	return b.String()
}

// Units cuts the notice into the pieces that may be demands: the outermost items of which two or more demand something;
// where only one of them does, the items within it; without items, the sentences that open a new matter.
func (r *Reading) Units() []Unit {
	if items := r.liveSiblings(-1); len(items) >= 2 {
		return r.itemUnits(items)
	} else if len(items) == 1 {
		for at := items[0]; ; {
			inner := r.liveSiblings(at)
			if len(inner) == 0 {
				break
			}
			if len(inner) >= 2 {
				return r.itemUnits(inner)
			}
			at = inner[0]
		}
	}
	return r.sentenceUnits()
}

// liveSiblings are the items below parent that hold a live clause.
func (r *Reading) liveSiblings(parent int) []int {
	var out []int
	for _, i := range r.children[parent] {
		for _, c := range r.clausesIn(r.Letter.Items[i].Range) {
			if r.Live(c) && c.Len() > 3 {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// clausesIn gives the clauses that lie in a range.
func (r *Reading) clausesIn(g text.Range) []Clause {
	lo, hi := 0, len(r.Clauses)
	for lo < hi {
		if mid := (lo + hi) / 2; r.Clauses[mid].Start < g.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(r.Clauses) && r.Clauses[end].Start < g.End {
		end++
	}
	return r.Clauses[lo:end]
}

// itemUnits makes units of items; an item with several live items below it, each under other names, gives those.
func (r *Reading) itemUnits(items []int) []Unit {
	var out []Unit
	for _, i := range items {
		inner := r.liveSiblings(i)
		if len(inner) >= 2 || len(inner) == 1 && len(r.liveSiblings(inner[0])) >= 2 {
			out = append(out, r.itemUnits(inner)...)
			continue
		}
		it := r.Letter.Items[i]
		out = append(out, Unit{Range: it.Range, Item: i, Heading: it.Heading, Clauses: r.clausesIn(it.Range)})
	}
	return out
}

// opens tells sentences that begin a further matter in a text without items.
var opens = pattern.MustCompile(`^(另外|另|同时|此外|还有|再就是|再一个|对了|顺便|顺带|再(?:麻烦|说一?个|说一?件)|其次|第[二三四五],?|最后)[,:]?`)

func (r *Reading) sentenceUnits() []Unit {
	var out []Unit
	for n, s := range r.Sentences {
		cs := r.sentenceClauses(n)
		if len(cs) == 0 {
			continue
		}
		w := strings.TrimLeft(r.Letter.Text.Slice(s.Start, min(s.End, s.Start+12)), "\n")
		if len(out) == 0 || opens.MatchString(w) {
			out = append(out, Unit{Range: s, Item: -1, Clauses: cs})
			continue
		}
		u := &out[len(out)-1]
		u.End = s.End
		u.Clauses = append(u.Clauses, cs...)
	}
	return out
}

func (r *Reading) sentenceClauses(n int) []Clause {
	s := r.Sentences[n]
	return r.clausesIn(s)
}

// addressedToOthers tells whether the line of addressees names other bodies only: schools, companies, departments.
func (r *Reading) addressedToOthers(lex *lexicon.Lexicon) bool {
	to := r.Letter.In(ZoneAddressee)
	if len(to) == 0 {
		return false
	}
	w := r.Letter.Text.Slice(to[0].Start, to[0].End)
	if ourAddressee.MatchString(w) || r.addressesUs() {
		return false
	}
	return others.MatchString(w) || theirUnits.MatchString(w) && r.copied()
}

// addressesUs tells whether a clause speaks to the office itself: the line taken for addressees then names who writes.
func (r *Reading) addressesUs() bool {
	for _, c := range r.Clauses {
		if toldOnly.MatchString(r.Letter.Text.Slice(c.Start, c.End)) {
			continue
		}
		if speaksToUs.MatchString(r.Letter.Text.Slice(c.Start, c.End)) {
			return true
		}
	}
	return false
}

// copied tells whether the office only gets a copy: it stands under 抄送.
func (r *Reading) copied() bool {
	for _, c := range r.Letter.In(ZoneCopy) {
		if copiedToUs.MatchString(r.Letter.Text.Slice(c.Start, c.End)) {
			return true
		}
	}
	return false
}

// toldOnly names those who only get to know of it.
var toldOnly = pattern.MustCompile(`抄送|抄告|供了解|供参考`)

var speaksToUs = pattern.MustCompile(`(贵|你|您|咱)(镇|乡|街道|处|村|社区|办事处|们(镇|乡|街道|村|社区))|(各|@)(乡镇|镇|乡|街道|村|社区)|(镇|乡|街道|村|社区)[\p{Han}]{0,8}您好`)

var (
	ourAddressee = pattern.MustCompile(`镇|乡|街道|村|社区|苏木|嘎查|各地|各单位|各有关|全县|党委|人民政府|党工委|办事处|委员|妇联|武装部|民政所|财政所|各位|书记|主任|所长`)
	others       = pattern.MustCompile(`学校|中小学|幼儿园|企业|公司|医院|卫生院|机构|局|物业|银行`)
	// theirUnits are addressees of one trade, 各医疗卫生单位; 成员单位 may be anybody.
	theirUnits = pattern.MustCompile(`(?:^|各|,|、)[\p{Han}]{2,10}(?:[^员]单位|场所|商户|养殖户|门店|用户)`)
	copiedToUs = pattern.MustCompile(`乡|镇|街道|村|社区`)
)
