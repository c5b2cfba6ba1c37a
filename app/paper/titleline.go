package paper

import (
	"math"
	"slices"
	"strings"
)

// titleRoom is how many characters of 2号 fill a line of a letter: 156 mm of 22 points.
const titleRoom = 20

// titleLines breaks the title of a letter: its parts begin lines of their own, and a part that is longer than a line is
// broken between words into lines of nearly the same length (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).
func (w *Writer) titleLines(parts []string) []string {
	var out []string
	for _, p := range parts {
		if ems(p) <= titleRoom {
			out = append(out, p)
			continue
		}
		out = append(out, evenLines(w.titleWords(p), titleRoom)...)
	}
	return out
}

// titleWords cuts a text into pieces between which a line may end. Without knowledge of words these are single characters.
func (w *Writer) titleWords(text string) []string {
	var pieces []string
	if w.Words != nil {
		pieces = w.Words(text)
	}
	if strings.Join(pieces, "") != text {
		pieces = strings.Split(text, "")
	}
	var out []string
	glue := false
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if end, rest, ok := strings.Cut(p, "人民政府"); ok && len([]rune(end)) == 1 && rest == "" { // 乡人民政府: the first one ends the name
			pieces = slices.Replace(pieces, i, i+1, end, "人民政府")
			p = end
		}
		first := []rune(p)[0]
		switch {
		case len(out) > 0 && (glue || strings.ContainsRune("，。、；：！？）〕】》〉”’的之等各", first)): // it begins no line
			out[len(out)-1] += p
		case len(out) > 0 && len([]rune(p)) == 1 && strings.ContainsRune("省州市县区乡镇村局部委办厅院署司处科队站所社会", first): // the end of a name
			out[len(out)-1] += p
		case len(out) > 0 && latin(p) && latin(out[len(out)-1]):
			out[len(out)-1] += p
		default:
			out = append(out, p)
		}
		glue = strings.ContainsAny(p[max(len(p)-3, 0):], "（〔【《〈“‘") // it ends no line
	}
	var whole []string
	for _, p := range out {
		if ems(p) > titleRoom { // no word: what is longer than a line is broken anywhere
			whole = append(whole, strings.Split(p, "")...)
			continue
		}
		whole = append(whole, p)
	}
	return whole
}

func latin(s string) bool {
	for _, r := range s {
		if r <= ' ' || r >= 0x250 {
			return false
		}
	}
	return s != ""
}

// ems is about how wide a text is, in characters: Latin letters and digits take half of one.
func ems(s string) float64 {
	n := 0.0
	for _, r := range s {
		if r < 0x250 {
			n += 0.55
		} else {
			n++
		}
	}
	return n
}

// evenLines puts words on lines of at most room characters: as few lines as hold them, and those as even as may be.
func evenLines(words []string, room float64) []string {
	type best struct {
		lines, from int
		rest        float64 // sum of the squares of what the lines leave empty
	}
	at := make([]best, len(words)+1)
	for end := 1; end <= len(words); end++ {
		at[end] = best{lines: math.MaxInt}
		width := 0.0
		for from := end - 1; from >= 0; from-- {
			if width += ems(words[from]); width > room && from < end-1 {
				break
			}
			b := best{at[from].lines + 1, from, at[from].rest + (room-width)*(room-width)}
			if b.lines < at[end].lines || b.lines == at[end].lines && b.rest < at[end].rest {
				at[end] = b
			}
		}
	}
	var out []string
	for end := len(words); end > 0; end = at[end].from {
		out = append([]string{strings.Join(words[at[end].from:end], "")}, out...)
	}
	return out
}
