package paper

import (
	"regexp"
	"slices"
	"strings"
)

// What a notice says for a new task to be taken on (职责准入): the documents that it rests on, who has approved it, with
// what staff and money. Only its own words count; that it does not say something is said as such.
var (
	namedDocument = regexp.MustCompile(`《[^《》\n]{2,40}》`)
	approvedBy    = regexp.MustCompile(`(?:经|报|根据|按照)[^，。；：\n]{0,16}(?:县委|县政府|区委|区政府|市委|市政府|人民政府|常委会|常务会议|准入)[^，。；：\n]{0,16}(?:同意|批准|审定|研究|审议|要求|部署)`)
	providedWith  = regexp.MustCompile(`[^，。；：\n]{0,20}(?:经费|资金|补助|补贴|人员编制|专职人员|技术支持|技术指导|业务培训|政府购买服务)[^，。；\n]{0,24}`)
)

// documentEnds are the last characters of the names of documents that tasks may rest on.
var documentEnds = []string{"法", "条例", "规定", "办法", "细则", "决定", "规划", "方案", "意见", "通知", "清单"}

// basisNamed lists the documents that a notice rests on, by its own words; its own title does not count.
func (s Subject) basisNamed() []string {
	title := strings.Trim(oneLine(s.Fields.Title), "《》")
	var out []string
	for _, m := range namedDocument.FindAllString(s.Text, -1) {
		name := strings.Trim(m, "《》")
		if name == title || slices.Contains(out, m) || !slices.ContainsFunc(documentEnds, func(end string) bool {
			return strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "（试行）"), "（征求意见稿）"), end)
		}) {
			continue
		}
		out = append(out, m)
	}
	return out
}

// admissionFacts are what notice and check say to each question of 事前评估表, in the order of its questions: basis,
// approval, powers, staff and money, time, forms and inspections.
func (w *Writer) admissionFacts(s Subject, gs []Ground, about []int, cited *citations) []string {
	said := func(words string) string {
		if words == "" {
			return w.words.Text["assess_unsaid"]
		}
		return fill(w.words.Text["assess_said"], map[string]string{"原句": words})
	}
	quote := func(re *regexp.Regexp) string {
		m := strings.TrimSpace(re.FindString(s.Text))
		if m == "" {
			return said("")
		}
		return said("“" + inner(cut(m, quoteMax)) + "”")
	}
	basis := s.basisNamed()
	if len(basis) > maxBodies {
		basis = basis[:maxBodies]
	}
	var powers, time, burden []string
	add := func(list *[]string, text string) {
		if text != "" && !slices.Contains(*list, text) {
			*list = append(*list, text)
		}
	}
	for _, g := range gs {
		if !slices.Contains(about, g.Demand) || g.Place == PlaceNone || g.Code == "NOT_ON_LIST" {
			continue
		}
		line := withBasis(g.Short, cited.cite(g.Basis))
		switch {
		case structural[g.Code]:
			add(&powers, line)
		case g.Code == "DEADLINE_SHORT":
			add(&time, line)
		default:
			add(&burden, line)
		}
	}
	for _, i := range about {
		if d := s.Check.Demands[i].Deadline; d != nil {
			time = append([]string{fill(w.words.Text["assess_until"], map[string]string{"时限": until(d)})}, time...)
		}
	}
	or := func(list []string, other string) string {
		if len(list) == 0 {
			return other
		}
		return strings.Join(list, "；") + "。"
	}
	return []string{said(strings.Join(basis, "")), quote(approvedBy), or(powers, w.words.Text["assess_powers"]), quote(providedWith),
		or(time, w.words.Text["no_deadline"]), or(burden, w.words.Text["assess_none"])}
}
