package file

import (
	"strconv"
	"strings"
	"unicode"
)

// Numbers that Word counts by itself (“一、”“（一）”“1.”) are not in the text of a paragraph: they follow from
// numbering.xml, from the styles, and from the paragraphs before.

type numVal struct {
	Val string `xml:"val,attr"`
}

type numLevel struct {
	Index   int    `xml:"ilvl,attr"`
	Start   numVal `xml:"start"`
	Format  numVal `xml:"numFmt"`
	Custom  numVal `xml:"AlternateContent>Fallback>numFmt"`
	Text    numVal `xml:"lvlText"`
	Style   numVal `xml:"pStyle"`
	Restart *struct {
		Val int `xml:"val,attr"`
	} `xml:"lvlRestart"`
	Legal *struct {
		Val string `xml:"val,attr"`
	} `xml:"isLgl"`
}

type numAbstract struct {
	ID        string     `xml:"abstractNumId,attr"`
	StyleLink numVal     `xml:"styleLink"`
	NumStyle  numVal     `xml:"numStyleLink"`
	Levels    []numLevel `xml:"lvl"`
}

type numInstance struct {
	ID       string `xml:"numId,attr"`
	Abstract numVal `xml:"abstractNumId"`
	Override []struct {
		Index int       `xml:"ilvl,attr"`
		Start *numVal   `xml:"startOverride"`
		Level *numLevel `xml:"lvl"`
	} `xml:"lvlOverride"`
}

// numRef says which list and which level a paragraph is counted in; level -1 means not said.
type numRef struct {
	id    string
	level int
}

// numbering counts the paragraphs of one document.
type numbering struct {
	abstract map[string]*numAbstract
	byStyle  map[string]*numAbstract // list style -> the abstract list that defines it
	num      map[string]*numInstance
	styles   map[string]wordStyle
	normal   string // the default paragraph style

	count   map[string]*[9]int // by abstract list
	began   map[string]bool    // lists that were used already: a start override works once
	unknown map[string]bool    // formats that were written as 1, 2, 3
}

type wordStyle struct {
	basedOn string
	num     numRef
	hasNum  bool
}

// number is the counted number of the next paragraph, with what separates it from the text; empty where the paragraph
// is not counted. own is what the paragraph says itself: it outweighs its style.
func (n *numbering) number(style string, own numRef) string {
	ref := n.resolve(style, own)
	if ref.id == "" || ref.id == "0" {
		return ""
	}
	inst := n.num[ref.id]
	if inst == nil {
		return ""
	}
	abs := n.abstract[inst.Abstract.Val]
	if abs != nil && abs.NumStyle.Val != "" && n.byStyle[abs.NumStyle.Val] != nil {
		abs = n.byStyle[abs.NumStyle.Val]
	}
	if abs == nil || ref.level < 0 || ref.level > 8 {
		return ""
	}
	counts := n.count[abs.ID]
	if counts == nil {
		counts = new([9]int)
		for i := range counts {
			counts[i] = n.start(abs, inst, i) - 1
		}
		n.count[abs.ID] = counts
	}
	n.begin(inst, counts)
	counts[ref.level]++
	for i := 0; i < ref.level; i++ { // a level that was never counted shows its first number
		if start := n.start(abs, inst, i); counts[i] < start {
			counts[i] = start
		}
	}
	for i := ref.level + 1; i < 9; i++ {
		if l := level(abs, inst, i); l == nil || l.Restart == nil || l.Restart.Val > ref.level {
			counts[i] = n.start(abs, inst, i) - 1
		}
	}
	return n.write(abs, inst, ref.level, counts)
}

// begin applies the start overrides of a list where it is used for the first time.
func (n *numbering) begin(inst *numInstance, counts *[9]int) {
	if n.began[inst.ID] {
		return
	}
	n.began[inst.ID] = true
	for _, o := range inst.Override {
		if o.Start == nil || o.Index < 0 || o.Index > 8 {
			continue
		}
		if v, err := strconv.Atoi(o.Start.Val); err == nil {
			counts[o.Index] = v - 1
		}
	}
}

// resolve finds list and level of a paragraph: its own statement, else that of its style and the styles below it.
func (n *numbering) resolve(style string, own numRef) numRef {
	ref := own
	if style == "" {
		style = n.normal
	}
	for depth := 0; style != "" && depth < 20 && ref.id == ""; depth++ {
		s, ok := n.styles[style]
		if !ok {
			break
		}
		if s.hasNum && s.num.id != "" {
			ref.id = s.num.id
			if ref.level < 0 {
				ref.level = s.num.level
			}
			if ref.level < 0 {
				ref.level = n.levelOfStyle(s.num.id, style)
			}
		} else if s.hasNum && ref.level < 0 {
			ref.level = s.num.level
		}
		style = s.basedOn
	}
	if ref.level < 0 {
		ref.level = 0
	}
	return ref
}

// levelOfStyle is the level of a list that names the style.
func (n *numbering) levelOfStyle(id, style string) int {
	inst := n.num[id]
	if inst == nil {
		return 0
	}
	if abs := n.abstract[inst.Abstract.Val]; abs != nil {
		for _, l := range abs.Levels {
			if l.Style.Val == style {
				return l.Index
			}
		}
	}
	return 0
}

func level(abs *numAbstract, inst *numInstance, index int) *numLevel {
	for _, o := range inst.Override {
		if o.Index == index && o.Level != nil {
			return o.Level
		}
	}
	for i := range abs.Levels {
		if abs.Levels[i].Index == index {
			return &abs.Levels[i]
		}
	}
	return nil
}

func (n *numbering) start(abs *numAbstract, inst *numInstance, index int) int {
	l := level(abs, inst, index)
	if l == nil || l.Start.Val == "" {
		return 1
	}
	v, err := strconv.Atoi(l.Start.Val)
	if err != nil {
		return 1
	}
	return v
}

// write puts the counted numbers into the text of the level: “（%2）” becomes “（三）”.
func (n *numbering) write(abs *numAbstract, inst *numInstance, index int, counts *[9]int) string {
	l := level(abs, inst, index)
	if l == nil {
		return ""
	}
	if l.Format.Val == "bullet" {
		return bullet(l.Text.Val)
	}
	var b strings.Builder
	text := []rune(l.Text.Val)
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 == len(text) || text[i+1] < '1' || text[i+1] > '9' {
			b.WriteRune(text[i])
			continue
		}
		i++
		part := int(text[i] - '1')
		format := ""
		if pl := level(abs, inst, part); pl != nil {
			if format = pl.Format.Val; format == "" {
				format = pl.Custom.Val
			}
		}
		if l.Legal != nil && l.Legal.Val != "0" && l.Legal.Val != "false" && part != index {
			format = "decimal"
		}
		s, ok := ordinal(format, counts[part])
		if !ok {
			n.unknown[format] = true
		}
		b.WriteString(s)
	}
	return b.String()
}

// bullet is a mark of a list without numbers; marks of symbol fonts have no character of their own.
func bullet(text string) string {
	r := []rune(text)
	switch {
	case len(r) == 0:
		return ""
	case r[0] >= 0xE000 && r[0] <= 0xF8FF:
		return "●"
	}
	return text
}

// numbered joins a counted number and the text of its paragraph. A number that ends in a mark needs no blank.
func numbered(number, text string) string {
	switch {
	case number == "":
		return text
	case text == "":
		return number
	}
	r := []rune(strings.TrimRight(number, " \t\u3000"))
	if len(r) == 0 {
		return text
	}
	switch last := r[len(r)-1]; {
	case unicode.IsPunct(last), last >= '①' && last <= '⒛', last >= '㉑' && last <= '㊿', last == '●':
		return string(r) + text
	}
	return string(r) + " " + text
}
