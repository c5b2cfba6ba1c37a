// Package notice reads what arrives: what kind of text it is, which of its lines are letterhead, title, body and
// signature, what its particulars are, and what it demands of the office.
package notice

import (
	"strings"

	"yidanqing/app/text"
)

// Zone is the place that a paragraph has in a notice (版式要素).
type Zone int

const (
	ZoneBody       Zone = iota // 正文
	ZoneHead                   // 发文机关标志, 紧急程度, 签发人, address lines
	ZoneNumber                 // 发文字号
	ZoneTitle                  // 标题
	ZoneAddressee              // 主送机关
	ZoneSender                 // who speaks in a message or calls: “县农办通知：”, “@所有人”, “接…电话：”
	ZoneContact                // 联系人, 联系电话
	ZoneSignature              // 发文机关署名
	ZoneDate                   // 成文日期
	ZoneCopy                   // 抄送, 分送, 印发机关
	ZoneNote                   // 附注, （此件公开发布）
	ZoneAnnex                  // 附件说明
	ZoneAnnexTitle             // 附件1, and the title of an annex or of an annexed plan
	ZoneTable                  // rows of a table
	ZoneLabel                  // named values of a form: 乡镇：…, 来电人：…, 记录人：…
	ZoneSource                 // what a web page puts around a text: 来源, 发布时间
	ZoneRule                   // lines of dashes
)

var zoneNames = [...]string{"body", "head", "number", "title", "addressee", "sender", "contact", "signature", "date",
	"copy", "note", "annex", "annex-title", "table", "label", "source", "rule"}

// String is a short English name, for tests and logs.
func (z Zone) String() string { return zoneNames[z] }

// Form is how a notice is made up (载体).
type Form int

const (
	FormLetter  Form = iota // 公文, 便函, 通知: title, number, addressee or signature
	FormMessage             // 工作群消息, 短信
	FormPhone               // 电话记录
	FormMinutes             // 会议纪要
	FormSheet               // 表格
	FormSlip                // 交办单, 反馈单, 督办单
)

// Paragraph is a piece of a notice that lies in one zone. It is a paragraph of the text, or a part of one where two
// zones share a line (“县农办通知：” and what follows). Its range excludes the line feed.
type Paragraph struct {
	text.Range
	Zone Zone
	// Annex is 0 for the letter itself and counts its annexes from 1; the plan that a covering circular
	// promulgates (印发《…方案》) is an annex too.
	Annex int
}

// Item is a numbered part of the body: 一、 （一） 1. （1） ① 一是 and the bare “1 ” of chats.
type Item struct {
	// Range runs from the mark to the next item of the same or a higher level, or to the end of the body.
	// It may hold paragraphs of other zones in between (a table, a contact line).
	text.Range
	Mark    text.Range // the mark itself
	Number  int        // as printed
	Level   int        // 1 for the outermost
	Parent  int        // index in Letter.Items, -1 for none
	Heading text.Range // the short heading after the mark, without its final mark; empty where there is none
	Words   text.Range // what the item says itself: after mark and heading, up to its first child
	Inline  bool       // the mark stands within a paragraph
	Annex   int        // as Paragraph.Annex
}

// Sender is who speaks in a message, a phone note or a relay.
type Sender struct {
	text.Range            // the whole prefix with its colon
	Org        text.Range // the body: 县农办
	Person     text.Range // 小杨, 张队, 顾长河; empty where none is named
	Phone      text.Range // number in the prefix; empty where there is none
	For        text.Range // the body whose demand Org passes on: 县政府办转县行政审批局; empty where there is none
}

// Letter is a notice with its make-up. All offsets count folded runes of Text.
type Letter struct {
	Text       *text.Text
	Form       Form
	Paragraphs []Paragraph
	Items      []Item
	Senders    []Sender
	src        *source
	village    bool // it goes to villages: the town is then a superior
	forOthers  bool // it goes to schools, enterprises … and to no town or village
}

// ParseLetter finds the make-up of a notice. It never fails; a text without any is one body.
func ParseLetter(t *text.Text) *Letter {
	l := &Letter{Text: t, src: newSource(t)}
	p := newParser(l)
	p.assign()
	l.Items = findItems(l)
	l.village = l.toVillages()
	l.forOthers = l.toOthers()
	return l
}

// ForOthers tells whether the notice is addressed to others alone: schools, enterprises, hospitals. The office then
// holds a copy for its information.
func (l *Letter) ForOthers() bool { return l.forOthers }

func (l *Letter) toOthers() bool {
	others := false
	for _, p := range l.Paragraphs {
		if p.Zone != ZoneAddressee {
			continue
		}
		s := l.src.str(text.Range{Start: p.Start, End: min(p.End, p.Start+300)})
		if hasAny(s, "镇", "乡", "街道", "村", "社区", "政府", "党委", "单位", "部门", "各县", "各区", "各市", "各办", "各地", "@") {
			return false
		}
		others = others || hasAny(s, "学校", "中小学", "小学", "中学", "幼儿园", "企业", "公司", "医院", "卫生院", "医疗机构", "合作社", "银行", "物业", "经营户", "商户", "业主", "施工", "监理", "家长")
	}
	return others
}

// toVillages tells whether the notice goes to villages or communities and to no town.
func (l *Letter) toVillages() bool {
	for _, p := range l.Paragraphs {
		if p.Zone != ZoneAddressee && p.Zone != ZoneSender {
			continue
		}
		s := l.src.str(text.Range{Start: p.Start, End: min(p.End, p.Start+200)})
		if hasAny(s, "各村", "村民委员会", "村委会", "各社区", "村党", "居委会", "@村") && !hasAny(s, "各乡镇", "各镇", "各乡", "街道办") {
			return true
		}
		if p.Zone == ZoneAddressee && strings.HasSuffix(s, "村:") {
			return true
		}
	}
	return false
}

// Title is the range of the title of the letter itself, over all its lines; empty where there is none.
func (l *Letter) Title() text.Range { return l.span(ZoneTitle, 0) }

// span is the first run of paragraphs of a zone in an annex (0: the letter itself).
func (l *Letter) span(z Zone, annex int) text.Range {
	var out text.Range
	for _, p := range l.Paragraphs {
		switch {
		case p.Zone == z && p.Annex == annex && out.Len() == 0:
			out = p.Range
		case p.Zone == z && p.Annex == annex && p.Start <= out.End+1:
			out.End = p.End
		case out.Len() > 0:
			return out
		}
	}
	return out
}

// In gives the paragraphs of a zone, of the letter and its annexes.
func (l *Letter) In(z Zone) []Paragraph {
	var out []Paragraph
	for _, p := range l.Paragraphs {
		if p.Zone == z {
			out = append(out, p)
		}
	}
	return out
}

// Bodies gives the body as runs of neighbouring body paragraphs.
func (l *Letter) Bodies() []text.Range {
	var out []text.Range
	for _, p := range l.Paragraphs {
		if p.Zone != ZoneBody {
			continue
		}
		if n := len(out); n > 0 && p.Start <= out[n-1].End+1 {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p.Range)
	}
	return out
}

// ParagraphAt is the index of the paragraph that holds the folded offset i, or the last before it; -1 before the first.
func (l *Letter) ParagraphAt(i int) int {
	lo, hi := 0, len(l.Paragraphs)
	for lo < hi {
		if mid := (lo + hi) / 2; l.Paragraphs[mid].Start <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// ZoneAt is the zone of the folded offset i.
func (l *Letter) ZoneAt(i int) Zone {
	if k := l.ParagraphAt(i); k >= 0 {
		return l.Paragraphs[k].Zone
	}
	return ZoneBody
}

// ItemAt is the index of the innermost item that holds the folded offset i, -1 where none does.
func (l *Letter) ItemAt(i int) int {
	lo, hi := 0, len(l.Items)
	for lo < hi {
		if mid := (lo + hi) / 2; l.Items[mid].Start <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for k := lo - 1; k >= 0; k = l.Items[k].Parent {
		if l.Items[k].Contains(i) {
			return k
		}
	}
	return -1
}

// Path gives the items that hold the folded offset i, outermost first.
func (l *Letter) Path(i int) []int {
	var out []int
	for k := l.ItemAt(i); k >= 0; k = l.Items[k].Parent {
		out = append([]int{k}, out...)
	}
	return out
}
