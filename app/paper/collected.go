package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// MostCollected is how many demands one 提级反映单 of several notices takes up.
const MostCollected = 10

// collectedGrid is that of a 提级反映单 of several notices in millimetres: 项 0; notice 1–2; demand 3–4; question 5–6. The rows of
// facts have label 0–1, value 2–3, label 4–5, value 6.
var collectedGrid = []float64{8, 16, 22, 32, 14, 10, 54}

// collectedItem is a demand with its notice.
type collectedItem struct {
	subject Subject
	demand  int
	grounds []Ground
	cited   *citations
}

// collected writes P3 事项提级反映单 for demands of several notices: a row for each, with what is to be made clear.
func (w *Writer) collected(s Subject) (Content, error) {
	list, err := w.collectedItems(s)
	if err != nil {
		return Content{}, err
	}
	f := escalationStyle
	f.inner = Style{FaceBody, 10.5, 15}
	c := w.base(KindEscalation, s)
	c.Top, c.MinTop, c.Narrow = 23, 23, true
	items := Section{Head: []Row{{Cells: []Cell{
		f.centered(f.headCell(0, 1, "项")), f.centered(f.headCell(1, 2, "来件")), f.centered(f.headCell(3, 2, "来文要求")), f.centered(f.headCell(5, 2, "请明确的问题")),
	}}}}
	for n, it := range list {
		row := Row{Cells: []Cell{f.centered(f.innerCell(0, 1, strconv.Itoa(n+1)))}}
		if n == 0 || list[n-1].subject.Ledger != it.subject.Ledger { // the notice stands once for all its demands
			cell := f.innerCell(1, 2, it.notice())
			for cell.Rows = 1; n+cell.Rows < len(list) && list[n+cell.Rows].subject.Ledger == it.subject.Ledger; {
				cell.Rows++
			}
			row.Cells = append(row.Cells, cell)
		}
		row.Cells = append(row.Cells, f.innerCell(3, 2, quoted(it.subject.demandWords(it.subject.Check.Demands[it.demand], quoteMax))), f.innerCell(5, 2, w.collectedQuestion(it)))
		items.Rows = append(items.Rows, row)
	}
	sections := []Section{{Rows: f.pairRow(pair{"反映单位", s.Office.Name}, pair{"呈送单位", s.To.Name}, 2, 2, 4, 2, 6, 1)}, items}
	other := w.together(list, w.collectedOthers)
	if own := s.added(); own != "" {
		other = strings.TrimPrefix(other+"\n"+own, "\n")
	}
	if other != "" {
		sections = append(sections, f.labelled("其他情况", 2, 5, other))
	}
	requests := f.labelled("请求事项", 2, 5, w.together(list, w.collectedRequests))
	requests.KeepNext = true
	sections = append(sections, requests, w.sealed(f, s, "反映单位", sealGrid{own: 2, span: 2, label: 4, labelSpan: 2, last: 6, lastSpan: 1}))
	c.Blocks = []Block{Table{Cols: collectedGrid, Sections: sections}}
	c.FootMiddle = w.copies("呈送单位", "反映单位")
	return c, nil
}

// collectedItems are the demands that the paper takes up, notice by notice.
func (w *Writer) collectedItems(s Subject) ([]collectedItem, error) {
	var list []collectedItem
	for _, one := range s.all() {
		raised := one.raised()
		if len(raised) == 0 {
			return nil, app.Errorf(app.CodeInvalid, "%s没有需要提级反映的事项，不能并入。记录未改动。", one.Ledger)
		}
		gs := w.Grounds(one)
		cited := w.citations(one, gs, raised)
		for _, i := range raised {
			list = append(list, collectedItem{one, i, gs, cited})
		}
	}
	if len(list) > MostCollected {
		return nil, app.Errorf(app.CodeInvalid, "一份提级反映单最多 %d 项，这几件共有 %d 项。请分成几份。", MostCollected, len(list))
	}
	return list, nil
}

// all are the subject and the further notices that its document takes up, with number, date and addressee of the document.
func (s Subject) all() []Subject {
	out := []Subject{s}
	for _, o := range s.Others {
		o.Number, o.Date, o.Time, o.To = s.Number, s.Date, s.Time, s.To
		out = append(out, o)
	}
	return out
}

// notice names the notice of an item: 县住建局《关于…的通知》（清建函〔2026〕118号）.
func (it collectedItem) notice() string {
	f := it.subject.Fields
	out := it.subject.Office.ShortBody(f.Issuer)
	if f.Title != "" {
		out += "《" + strings.Trim(oneLine(f.Title), "《》") + "》"
	}
	if f.DocNo != "" {
		out += "（" + f.DocNo + "）"
	}
	if out == "" {
		out = it.subject.Ledger
	}
	return out
}

// collectedQuestion is what is to be made clear: which of two readings holds, else the question of the ground.
func (w *Writer) collectedQuestion(it collectedItem) string {
	s := it.subject
	a, b, ok := s.rivals(s.Check.Demands[it.demand])
	if !ok {
		question := w.question(s, it.grounds, it.demand, it.cited)
		if rest, ok := strings.CutPrefix(question, "来文要求“"); ok { // that stands in the cell before
			_, rest, _ = strings.Cut(rest, "”")
			question = strings.TrimLeft(rest, "，。")
		}
		return question
	}
	doubt := strings.TrimRight(fill(w.words.Text["doubt"], w.doubtValues(s, b)), "：")
	return doubt + "。理解甲：" + w.readingWords(s, a.duty) + "；理解乙：" + w.readingWords(s, b.duty) + "。"
}

func (w *Writer) collectedOthers(it collectedItem) []string {
	return w.otherList(it.subject, it.grounds, []int{it.demand}, it.cited)
}

func (w *Writer) collectedRequests(it collectedItem) []string {
	return w.requestList(it.subject, it.grounds, []int{it.demand})
}

// together writes what several items say: a line for each item with what it alone says, then each sentence that several of them
// say, once, with the items that it is about unless it is about all.
func (w *Writer) together(list []collectedItem, say func(collectedItem) []string) string {
	var order []string
	about := map[string][]int{}
	for n, it := range list {
		for _, text := range say(it) {
			if about[text] == nil {
				order = append(order, text)
			}
			if !slices.Contains(about[text], n+1) {
				about[text] = append(about[text], n+1)
			}
		}
	}
	own := make([]string, len(list))
	var common, lines []string
	for _, text := range order {
		switch ns := about[text]; {
		case len(ns) == 1 && len(list) > 1:
			own[ns[0]-1] += text
		case len(ns) == len(list):
			common = append(common, text)
		default:
			common = append(common, items(ns, len(list))+"："+text)
		}
	}
	for n, text := range own {
		if text != "" {
			lines = append(lines, items([]int{n + 1}, len(list))+"："+text)
		}
	}
	lines = append(lines, common...)
	for i := range lines {
		if len(lines) > 1 {
			lines[i] = chineseNumber(i+1) + "、" + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}
