package paper

import (
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
)

// Support derives a request for support from the record: whom the list names, how urgent it is, what the notice tells and
// what the office has done. It never leaves out what a request must say where the record tells it; the clerk may change
// everything.
func (w *Writer) Support(s Subject) Support {
	w = w.in(s.Wording)
	return Support{Bodies: s.supportBodies(), Urgency: s.urgency(), Place: s.scene(), Event: w.supportEvent(s),
		Done: w.supportDone(s), Asks: w.supportAsks(s), Contact: s.clerk(), Phone: s.phone()}
}

// supportBodies are the departments of the entries, first those of what the county took back; else the sender.
func (s Subject) supportBodies() []string {
	var out []string
	for _, e := range s.supportEntries() {
		if e.Part == app.Basic {
			continue
		}
		for _, n := range e.Departments {
			n = strings.TrimSpace(n)
			if n != "" && !slices.ContainsFunc(out, func(o string) bool { return o == n || sameBody(o, n, s.Office.County) }) {
				out = append(out, s.Office.ShortBody(n))
			}
		}
	}
	if len(out) == 0 {
		switch ClassOf(s.Fields.Issuer) {
		case ClassDepartment, ClassVertical, ClassParty:
			out = append(out, s.Office.ShortBody(s.Fields.Issuer))
		case ClassTown:
			if s.Office.Grassroots() {
				out = append(out, s.Fields.Issuer)
			}
		}
	}
	return out
}

// urgency follows from a running emergency, then from a deadline today or tomorrow.
func (s Subject) urgency() Urgency {
	if s.Check.Emergency {
		return UrgencyEmergency
	}
	for _, d := range s.Check.Demands {
		if d.Deadline != nil && s.Sure && !s.Received.AddDays(1).Before(d.Deadline.Date) {
			return UrgencyUrgent
		}
	}
	return UrgencyUsual
}

// where finds the words behind 位于, 地点： and the like.
var where = regexp.MustCompile(`(?:位于|地点[:：]|地址[:：]|发生在|现场在)\s*([^，。；,;\n（）()]{3,30})`)

// scene is where the department is to come: what the notice says, else the office itself, to be completed.
func (s Subject) scene() string {
	if s.Fields.Place != "" && s.Fields.MeetingTime == "" {
		return oneLine(s.Fields.Place)
	}
	if m := where.FindStringSubmatch(s.Text); m != nil {
		return strings.TrimSpace(m[1])
	}
	return s.Office.Short
}

// supportEvent tells what happened: what a body asks, or the notice's own words.
func (w *Writer) supportEvent(s Subject) string {
	words := ""
	if len(s.Check.Demands) > 0 {
		words = s.demandWords(s.Check.Demands[0], quoteMax)
	}
	if text := fill(w.words.Text["support_event"], map[string]string{"来文单位": s.Fields.Issuer,
		"标题": strings.Trim(oneLine(s.Fields.Title), "《》"), "文号": s.Fields.DocNo, "原句": quotedIf(words)}); text != "" {
		return text
	}
	notice := []rune(s.Text)
	text := cut(clean(notice, 0, len(notice)), eventMax)
	if text == "" || strings.HasSuffix(text, "……") {
		return text
	}
	return strings.TrimRight(text, "。；，") + "。"
}

func quotedIf(words string) string {
	if words == "" {
		return ""
	}
	return quoted(words)
}

// supportDone are the facts on record: when the notice came, and the talks.
func (w *Writer) supportDone(s Subject) string {
	values := map[string]string{}
	if s.Sure {
		values["日期"] = monthDay(s.Received)
	}
	out := []string{fill(w.words.Text["support_received"], values)}
	for _, t := range s.Talks {
		out = append(out, w.talkLine(t))
	}
	return strings.Join(out, "")
}

// supportAsks asks each department for what the list gives it.
func (w *Writer) supportAsks(s Subject) string {
	var out []string
	for _, e := range s.supportEntries() {
		name := "support_ask_help"
		switch e.Part {
		case app.Basic:
			continue
		case app.TakenBack:
			name = "support_ask_taken"
		}
		out = append(out, fill(w.words.Text[name], map[string]string{"名称": e.Name}))
	}
	if len(out) == 0 {
		out = append(out, w.words.Text["support_ask"])
	}
	return strings.Join(out, "\n")
}
