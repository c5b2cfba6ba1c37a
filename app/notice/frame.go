package notice

import (
	"sort"
	"strings"

	"yidanqing/app/lexicon"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Clause is a clause of the notice with who acts in it (事项框架).
type Clause struct {
	text.Range
	Sentence int // index in Reading.Sentences
	Item     int // innermost item, -1 for none
	Actor    Actor
	// Heading is set for the heading of an item: it names the matter and asks for nothing by itself.
	Heading bool
}

// Reading is a notice read clause by clause: who acts, and in what light each rune stands.
type Reading struct {
	Letter    *Letter
	Sentences []text.Range
	Clauses   []Clause
	Mask      []text.Mask // one for each folded rune
	// Acting tells the runes that only name who is to act (请各镇组织村干部…): they say nothing of the matter.
	Acting   []bool
	children map[int][]int // items by parent, -1 for the outermost
	// ToOthers is set where the notice is addressed to other bodies only and the office gets a copy.
	ToOthers bool
}

// Read finds the actors and lights of a notice. Linear in its length.
func Read(l *Letter, lex *lexicon.Lexicon) *Reading {
	r := &Reading{Letter: l, Mask: make([]text.Mask, l.Text.Len()), Acting: make([]bool, l.Text.Len()), children: map[int][]int{}}
	for i, it := range l.Items {
		r.children[it.Parent] = append(r.children[it.Parent], i)
	}
	r.maskZones()
	lead := r.itemActors(lex)
	r.maskCatalogues()
	r.maskAims()
	for _, b := range r.liveParts() {
		for _, s := range r.cut(b) {
			r.sentence(s, lead, lex)
		}
	}
	r.maskNarrated()
	if l.Form == FormMinutes {
		r.maskOthersItems()
	}
	r.maskAsides()
	r.maskQuotes()
	if allReported.MatchString(l.Text.String()) {
		r.maskReported()
	}
	r.ToOthers = r.addressedToOthers(lex)
	return r
}

// maskOthersItems takes the items of minutes that name others out of what is asked, where one of them names us.
func (r *Reading) maskOthersItems() {
	ours := map[int]bool{}
	for _, c := range r.Clauses {
		if c.Item >= 0 && c.Actor == ActorUs {
			ours[r.outermost(c.Item)] = true
		}
	}
	if len(ours) == 0 {
		return
	}
	for _, i := range r.children[-1] {
		if !ours[i] {
			r.set(r.Letter.Items[i].Range, text.Theirs)
		}
	}
}

// outermost is the item of the first level that holds an item.
func (r *Reading) outermost(i int) int {
	for r.Letter.Items[i].Parent >= 0 {
		i = r.Letter.Items[i].Parent
	}
	return i
}

// catalogue are headings of parts that list what is wrong, not what is to be done.
var (
	catalogue = pattern.MustCompile(`(主要|突出|常见|典型|征集的)问题|问题(类型|表现|线索特征)|(禁止|不得|违规|负面|形式主义)[^。]{0,6}(情形|行为|清单|表现)|(情形|表现)(有|包括|如下)`)
	curing    = pattern.MustCompile(`整改|整治|解决|排查|发现|反馈|治理|化解|处置|措施|要求|任务`)
)

// maskCatalogues takes the items under such a heading out of what is demanded.
func (r *Reading) maskCatalogues() {
	for _, it := range r.Letter.Items {
		head := r.Letter.Text.Slice(it.Heading.Start, it.Heading.End)
		if it.Heading.Len() > 0 && catalogue.MatchString(head) && !curing.MatchString(head) {
			r.set(it.Range, text.Past)
		}
	}
}

// maskAims takes what is to be reached out of what is demanded, unless a number is set or somebody is asked there.
func (r *Reading) maskAims() {
	for _, it := range r.Letter.Items {
		words := r.Letter.Text.Slice(it.Start, it.End)
		if aims.MatchString(words) && !aimSet.MatchString(words) {
			r.set(it.Range, text.Background)
		}
	}
}

var (
	aims   = pattern.MustCompile(`^[\n一二三四五六七八九十、.() ]{0,6}((总体|工作|活动|主要|整治|行动)?目标|总体(要求|思路|考虑)|指导思想|基本原则|工作原则)[。:\n]`)
	aimSet = pattern.MustCompile(`各(镇|乡|村|街|社区)|请|须|务必|不少于|不低于|至少|[0-9]+(个|家|户|%|亿|万|件|起|名|人)|率`)
)

// allReported tells texts that are about what others did wrong and what became of it.
var allReported = pattern.MustCompile(`(均|都|全部)已(经)?(被)?责令?(纠正|整改|停止|撤销|撤回)|以案(为鉴|促改|示警)|(通报|印发|下列|以下|这些)[^。]{0,10}警示案例|上述(单位|地方|乡镇|部门)?[^。]{0,14}(被?约谈|被?问责|已?处理|纠正)|(上述|以上).{0,8}(做法|问题|行为|要求|情况)[^。]{0,14}(叫停|停止|责令|纠正|撤销|问责|处理|作废)|(查实|查处|通报)[^。]{0,14}(典型问题|典型案例|几起|[一二三四五六七八九十两0-9]+起)`)

// unnamed are bodies without a name, in a sentence that tells what they did to an office.
var unnamed = pattern.MustCompile(`某(些|个|几个)?[\p{Han}]{0,4}(局|办|中心|单位|部门|站|所|公司|银行|街道|镇|乡|县|区)|(个别|有的|还有)(单位|部门|站所|地方)`)

// maskReported sets every clause that does not name us as the one to act as told of others.
func (r *Reading) maskReported() {
	for _, c := range r.Clauses {
		s := r.Sentences[c.Sentence]
		if c.Actor != ActorUs || unnamed.MatchString(r.Letter.Text.Slice(s.Start, s.End)) {
			r.set(c.Range, text.Past)
		}
	}
}

// liveParts are the stretches that may demand something: body, rows of a sheet, values of a form.
func (r *Reading) liveParts() []text.Range {
	var out []text.Range
	for _, p := range r.Letter.Paragraphs {
		if p.Zone == ZoneBody || p.Zone == ZoneTable || p.Zone == ZoneLabel {
			out = append(out, p.Range)
		}
	}
	return out
}

func (r *Reading) maskZones() {
	for _, p := range r.Letter.Paragraphs {
		if p.Zone == ZoneBody || p.Zone == ZoneTable {
			continue
		}
		if p.Zone == ZoneLabel {
			r.maskLabel(p.Range)
			continue
		}
		r.set(p.Range, text.Outside)
	}
}

// callLabel begins a line that tells who called, when, and who wrote it down; said is where it goes on with what was said.
var (
	callLabel = pattern.MustCompile(`^\n*(来电(单位|人|时间|号码|电话)?|通话时间|接[听电话](人|时间)?|记录(人|时间)?|值班(员|人)?|时间|日期|电话|发件人|收件人|发送时间|抄送|登记(人|时间)|受话人|发话(人|单位)|调出单位|接收单位|申请人|经办人?|联系电话|电话记录)([:|]|\n*$)`)
	said      = pattern.MustCompile(`(内容|事由|说|事项|主题|要求)[^,。:]{0,4}[:|]`)
)

// maskLabel takes the head of a phone note or letter out of what is asked.
func (r *Reading) maskLabel(g text.Range) {
	words := r.Letter.Text.Slice(g.Start, g.End)
	if !callLabel.MatchString(words) {
		return
	}
	if m := said.FindStringIndex(words); m != nil {
		g.End = g.Start + len([]rune(words[:m[1]]))
	}
	r.set(g, text.Outside)
}

func (r *Reading) set(g text.Range, m text.Mask) {
	for i := g.Start; i < g.End && i < len(r.Mask); i++ {
		r.Mask[i] |= m
	}
}

// cut splits a paragraph into sentences, and at item marks within it.
func (r *Reading) cut(b text.Range) []text.Range {
	var out []text.Range
	items := r.Letter.Items
	for _, s := range r.Letter.Text.Sentences(b.Start, b.End) {
		from := s.Start
		first := sort.Search(len(items), func(i int) bool { return items[i].Start > from })
		for _, it := range items[first:] {
			if it.Start >= s.End {
				break
			}
			if it.Inline {
				out = append(out, text.Range{Start: from, End: it.Start})
				from = it.Start
			}
		}
		out = append(out, text.Range{Start: from, End: s.End})
	}
	return out
}

// sentence reads the clauses of one sentence; a subject holds until another is named or the sentence ends.
func (r *Reading) sentence(s text.Range, lead []Actor, lex *lexicon.Lexicon) {
	n := len(r.Sentences)
	t := r.Letter.Text
	r.Sentences = append(r.Sentences, s)
	item := r.Letter.ItemAt(s.Start)
	actor := ActorOpen
	if item >= 0 {
		actor = lead[item]
	}
	if n > 0 && r.continues(n, item) && actor == ActorOpen {
		if k := len(r.Clauses) - 1; k >= 0 {
			actor = r.Clauses[k].Actor
		}
	}
	toldOf := somebody.MatchString(t.Slice(s.Start, s.End)) // what some unnamed body did to an office (某局要求村里…) is told
	for _, c := range t.Clauses(s.Start, s.End) {
		if toldOf {
			r.set(c, text.Past)
		}
		if further.MatchString(t.Slice(c.Start, c.End)) {
			actor = ActorOpen // “另外备案怎么在网上点…”: another matter, and not who acted in the one before
		}
		if a := r.actorOf(c, lex); a != ActorOpen {
			if a == ActorOther && saying.MatchString(t.Slice(c.Start, c.End)) { // what somebody says binds its own clause only
				r.Clauses = append(r.Clauses, Clause{Range: c, Sentence: n, Item: item, Actor: a})
				r.set(c, text.Theirs)
				continue
			}
			if a == ActorIssuer && above.MatchString(t.Slice(c.Start, c.End)) {
				r.Clauses = append(r.Clauses, Clause{Range: c, Sentence: n, Item: item, Actor: a})
				r.set(c, text.Theirs)
				continue
			}
			actor = a
		} else if request.MatchString(t.Slice(c.Start, min(c.End, c.Start+14))) {
			actor = ActorUs
		}
		r.Clauses = append(r.Clauses, Clause{Range: c, Sentence: n, Item: item, Actor: actor, Heading: r.heading(c, item)})
		r.acting(c)
		if actor == ActorIssuer || actor == ActorOther {
			r.set(c, text.Theirs)
		} else {
			r.byOthers(c)
		}
		r.maskWords(c)
	}
	r.maskTopics(n)
	r.maskSentence(s)
}

// above tells what those above are about to do, which is why something is asked: 县里马上对账，各支部….
var above = pattern.MustCompile(`^[\n,;]?(县里|市里|区里|旗里|县上|上面|上级|领导)[^,。]{0,10}(要来|来人|对账|要看|催|盯着|等着|来看|来查|检查|抽查|要用|汇报|车[^,。]{0,10}(来|到)[,。]?$)`)

// further begins another matter within a sentence.
var further = pattern.MustCompile(`^[\n,;]?(另外|还有|再就是|此外|对了|顺便)`)

// telling are names of us that tell the matter too: who keeps forests, rivers, roads, whom the duty is named after.
var telling = pattern.MustCompile(`护林员|巡河员|护路员|保洁员|协管员|监测员|田长|河长|林长|包保|帮扶|儿童主任|计生|妇联|财政所|民政所|人社所|农技员|收文员|文化站`)

// acting marks the words at the beginning of a clause that name us.
func (r *Reading) acting(c text.Range) {
	words := r.Letter.Text.Slice(c.Start, min(c.End, c.Start+32))
	n := 0
	for n < len(words) && strings.ContainsRune("\n,:、", rune(words[n])) {
		n++
	}
	if m := crew.FindStringIndex(words); m != nil {
		for i := c.Start; i < c.Start+len([]rune(words[:m[1]])); i++ {
			r.Acting[i] = true
		}
		return
	}
	if m := us.FindStringIndex(words[n:]); m != nil && !telling.MatchString(words[n:n+m[1]]) {
		end := c.Start + len([]rune(words[:n+m[1]]))
		for i := c.Start; i < end; i++ {
			r.Acting[i] = true
		}
	}
}

// crew are several kinds of our people who are to act: what they are says nothing of the matter.
var crew = pattern.MustCompile(`^[\n一二三四五六七八九十0-9、.()]{0,6}(请|由|要|各(乡|镇|乡镇|村|街道|社区))*(组织|安排|发动|动员|抽调|带领|统筹)?` +
	`((机关|乡镇|镇村|村组|村社|社区|驻村)?(机关|干部|职工|党员|民兵|护边员|护林员|网格员|志愿者|公益性?岗位人员|村民代表|小组长|楼栋长|青年|妇女|群众)` +
	`[、和及与]){1,5}((机关|乡镇|镇村|村组|村社|社区|驻村)?(机关|干部|职工|党员|民兵|护边员|护林员|网格员|志愿者|公益性?岗位人员|村民代表|小组长|楼栋长|青年|妇女|群众))等?`)

// heading tells whether a clause is no more than the heading of its item, and the item says more.
func (r *Reading) heading(c text.Range, item int) bool {
	if item < 0 {
		return false
	}
	it := r.Letter.Items[item]
	return it.Heading.Len() > 0 && c.End <= it.Heading.End+1 && (it.Words.Len() > 2 || len(r.children[item]) > 0)
}

// continues tells whether sentence n goes on within the same item after a semicolon.
func (r *Reading) continues(n, item int) bool {
	prev := r.Sentences[n-1]
	if prev.End == 0 || r.Letter.Text.Norm[prev.End-1] != ';' {
		return false
	}
	return r.Letter.ItemAt(prev.Start) == item
}
