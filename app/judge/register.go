package judge

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// register is a register prepared for comparison with demands.
type register struct {
	*app.Register
	rows []registerRow
}

type registerRow struct {
	name   []rune
	fields [][]rune
	bodies map[int]bool // departments in the lexicon; empty: unknown
	title  string       // the department as the register writes it, without its place, where the lexicon knows none
}

// plain drops what names of plans and catalogues have in common.
var plain = pattern.MustCompile(`^(关于)?(开展|做好)?(全国|全省|全市|全县|省级|市级|县级|国家级?|年度|[0-9]{4}年度?)*|工作$|活动$|情况$|信息$|命名$|创建$|评定$|评选$|\([^)]*\)`)

// visit drops the words that every inspection plan is full of: what is left is the matter that is inspected.
var visit = pattern.MustCompile(`(专项|年度|年中|年终)?(督查|督导|检查|考核|评估|验收|巡查|评查|述职|评议|纠治)+|工作|情况|落实|责任制?|有关`)

func prepareRegister(r *app.Register, lex *lexicon.Lexicon) *register {
	out := &register{Register: r}
	for _, e := range r.Entries {
		if r.Kind == app.RegisterInspection {
			e.Name = visit.ReplaceAllString(e.Name, "")
		}
		name := plain.ReplaceAllString(text.New(e.Name).String(), "")
		if name == "" {
			name = text.New(e.Name).String()
		}
		row := registerRow{name: []rune(name), bodies: map[int]bool{}}
		for _, h := range lex.FindBodies(text.New(e.Department).Norm) {
			row.bodies[h.ID] = true
		}
		if len(row.bodies) == 0 {
			row.title = placeFirst.ReplaceAllString(text.New(e.Department).String(), "")
		}
		for _, f := range e.Fields {
			row.fields = append(row.fields, text.New(f).Norm)
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// near is the row of a register that a demand comes closest to.
type near struct {
	row        int
	score      float64 // share of the name's character pairs, or of the data items, that the demand holds
	department bool    // the issuer is the row's department, or either is unknown
}

// Who asks, where it is no body of the lexicon: somebody whose name says nothing, or a business, which no department's row
// speaks for.
const (
	unknownBody = -1
	outsider    = -2
)

// business are names of those who are no department.
var business = pattern.MustCompile(`(银行|信用(合作)?(联)?社|支行|分行|公司|集团|保险|协会|商会|学会|基金会|报社|杂志社|出版社|合作社|俱乐部|事务所)`)

// closest looks for the row that the words of a demand name. Rows of the issuer's own go before others as close.
func (r *register) closest(words []rune, issuer int, name string) near {
	pairs := map[[2]rune]bool{}
	for i := 0; i+1 < len(words); i++ {
		pairs[[2]rune{words[i], words[i+1]}] = true
	}
	best := near{row: -1}
	for i, row := range r.rows {
		n := near{row: i, score: cover(row.name, pairs), department: row.asked(issuer, name)}
		if len(row.fields) > 1 {
			met := 0
			for _, f := range row.fields {
				if cover(f, pairs) >= 0.99 {
					met++
				}
			}
			if share := float64(met) / float64(len(row.fields)); share >= 0.6 {
				n.score = max(n.score, 0.4*n.score+0.6*share)
			}
		}
		if n.score > best.score+0.001 || n.score > best.score-0.15 && n.department && !best.department && n.score >= 0.5 {
			best = n
		}
	}
	return best
}

// placeFirst is the place before the name of a body.
var placeFirst = pattern.MustCompile(`^[\p{Han}]{0,4}?[省市县区旗州]`)

// asked tells whether the row is the issuer's, as far as that can be known.
func (row *registerRow) asked(issuer int, name string) bool {
	switch {
	case len(row.bodies) > 0:
		return issuer == unknownBody || issuer >= 0 && row.bodies[issuer]
	case row.title == "" || name == "" || issuer != outsider:
		return true
	}
	name = placeFirst.ReplaceAllString(text.New(name).String(), "")
	return strings.Contains(name, row.title) || strings.Contains(row.title, name)
}

// asks tells whether a row of the register is the issuer's for sure.
func (r *register) asks(issuer int, name string) bool {
	for i := range r.rows {
		if row := &r.rows[i]; issuer >= 0 && row.bodies[issuer] || row.title != "" && name != "" && row.asked(outsider, name) {
			return true
		}
	}
	return false
}

func cover(name []rune, pairs map[[2]rune]bool) float64 {
	if len(name) < 2 {
		return 0
	}
	met := 0
	for i := 0; i+1 < len(name); i++ {
		if pairs[[2]rune{name[i], name[i+1]}] {
			met++
		}
	}
	return float64(met) / float64(len(name)-1)
}

// deciding gives the register of a kind where it may carry a finding on the day received, else nil.
func (s *sitting) deciding(k app.RegisterKind) *register {
	r := s.ground.registers[k]
	if r == nil || !r.Decides(s.in.Received) {
		return nil
	}
	return r
}
