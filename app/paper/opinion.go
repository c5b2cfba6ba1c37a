package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// OpinionMax is how many characters the opinion is written with at most; a clerk may write more.
const OpinionMax = 300

// defaultReplyDays is within how many workdays an answer is asked.
const defaultReplyDays = 5

// Opinion writes the 意见 of a 反馈单 from the grounds: what is asked for each demand, what the office goes on doing,
// until when an answer is asked. It has at most OpinionMax characters.
func (w *Writer) Opinion(s Subject) string {
	w = w.in(s.Wording)
	gs := w.Grounds(s)
	total := len(s.Check.Demands)
	groups := w.opinionGroups(s, gs)
	write := func(meanwhile string) string {
		parts := make([]string, 0, len(groups))
		for _, g := range groups {
			parts = append(parts, items(g.demands, total)+g.words)
		}
		out := strings.Join(parts, "；")
		if out != "" {
			out += "。"
		}
		return out + meanwhile + w.reply(s)
	}
	meanwhile := ""
	if k := w.meanwhile(s, gs); k != "" {
		meanwhile = fill(w.words.Text["opinion_meanwhile"], map[string]string{"做法": k})
	}
	text := write(meanwhile)
	if len([]rune(text)) <= OpinionMax {
		return text
	}
	groups = w.plainGroups(s)
	return write(meanwhile)
}

// group is a run of demands of which the same is said.
type group struct {
	words   string
	demands []int // numbers from 1
}

func addGroup(groups []group, words string, demand int) []group {
	for i := range groups {
		if groups[i].words == words {
			groups[i].demands = append(groups[i].demands, demand)
			return groups
		}
	}
	return append(groups, group{words, []int{demand}})
}

// opinionGroups says of each demand what is asked, done or passed on; what is not borne comes first.
func (w *Writer) opinionGroups(s Subject, gs []Ground) []group {
	var refused, kept, raised []group
	for i, d := range s.Check.Demands {
		switch v := s.verdict(i); v {
		case app.VerdictRefuse:
			refused = addGroup(refused, w.ask(gs, i), i+1)
		case app.VerdictDo, app.VerdictCooperate:
			name := "opinion_keep_open"
			if d.Deadline != nil {
				name = "opinion_keep"
			}
			kept = addGroup(kept, fill(w.words.Text[name], w.values(s, d, Ground{})), i+1)
		case app.VerdictEscalate:
			raised = addGroup(raised, w.words.Text["opinion_escalate"], i+1)
		}
	}
	return slices.Concat(refused, kept, raised)
}

// plainGroups says the same in the fewest words, for a notice of many demands.
func (w *Writer) plainGroups(s Subject) []group {
	var refused, kept, raised []group
	for i := range s.Check.Demands {
		switch v := s.verdict(i); v {
		case app.VerdictRefuse:
			refused = addGroup(refused, w.words.Text["not_borne"], i+1)
		case app.VerdictDo, app.VerdictCooperate:
			kept = addGroup(kept, w.words.Text["borne"], i+1)
		case app.VerdictEscalate:
			raised = addGroup(raised, w.words.Text["opinion_escalate"], i+1)
		}
	}
	return slices.Concat(refused, kept, raised)
}

// ask is what is asked about a demand that is handed back: that of its weightiest ground.
func (w *Writer) ask(gs []Ground, demand int) string {
	best := ""
	for _, g := range gs {
		if g.Demand != demand || g.Place != PlaceMismatch {
			continue
		}
		if g.Code == "TAKEN_BACK" {
			return g.ask
		}
		if best == "" || g.Code != "LEAD_SHIFTED" && best == "" {
			best = g.ask
		}
	}
	if best == "" {
		best = fill(w.words.Codes["*"].Ask, map[string]string{"您方": w.words.YouElse})
	}
	return best
}

// meanwhile is what the office still does when it hands everything back: a document that declines always names it.
// It is empty where the office goes on with a demand of the notice anyway.
func (w *Writer) meanwhile(s Subject, gs []Ground) string {
	refused := -1
	for i := range s.Check.Demands {
		switch v := s.verdict(i); {
		case kept(v):
			return ""
		case v == app.VerdictRefuse && refused < 0:
			refused = i
		}
	}
	if refused < 0 {
		return ""
	}
	for _, g := range gs {
		if g.Demand == refused && g.keep != "" {
			return g.keep
		}
	}
	return fill(w.words.Codes["*"].Keep, map[string]string{"我": s.Office.Self()})
}

// reply asks for an answer; a bank, company or school is not asked for one.
func (w *Writer) reply(s Subject) string {
	if s.To.Class == ClassOutside {
		return ""
	}
	days := s.ReplyDays
	if days <= 0 {
		days = defaultReplyDays
	}
	return fill(w.words.Text["reply"], map[string]string{"天数": strconv.Itoa(days)})
}

// opinion is the opinion as printed: the clerk's, or the one written here. A clerk's opinion that says nothing of what
// the office still does is completed by it.
func (w *Writer) opinion(s Subject, gs []Ground) string {
	text := strings.TrimSpace(s.Opinion)
	if text == "" {
		return w.Opinion(s)
	}
	if k := w.meanwhile(s, gs); k != "" && !strings.Contains(text, s.Office.Self()) {
		if !strings.HasSuffix(text, "。") {
			text += "。"
		}
		text += k + "。"
	}
	return text
}
