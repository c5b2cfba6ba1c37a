package command

import (
	"fmt"
	"io"
	"strings"

	"yidanqing/app"
)

// Print writes a check as a clerk reads it: the advice first, then each demand with entry, findings and words.
func Print(w io.Writer, c app.Check) {
	fmt.Fprintf(w, "建议：%s\n", c.Verdict.Title())
	for _, line := range [][2]string{{"标题", c.Fields.Title}, {"来文", c.Fields.Issuer}, {"文号", c.Fields.DocNo}, {"时限", c.Fields.Deadline},
		{"会议", strings.TrimSpace(c.Fields.MeetingTime + " " + c.Fields.Place)}, {"联系", strings.TrimSpace(c.Fields.Contact + " " + c.Fields.Phone)}} {
		if line[1] != "" {
			fmt.Fprintf(w, "%s：%s\n", line[0], line[1])
		}
	}
	for _, why := range c.Cap {
		fmt.Fprintf(w, "注意：%s\n", why)
	}
	if len(c.Demands) == 0 {
		for _, r := range c.Reasons {
			fmt.Fprintf(w, "  %s\n", r)
		}
		return
	}
	for i, d := range c.Demands {
		printDemand(w, i+1, d)
	}
}

func printDemand(w io.Writer, n int, d app.Demand) {
	fmt.Fprintf(w, "\n事%d  %s（%s）  %s\n", n, d.Verdict.Title(), d.Kind.Title(), d.Gist)
	if d.Deadline != nil {
		fmt.Fprintf(w, "  时限：%s\n", strings.TrimSpace(d.Deadline.Date.String()+" "+d.Deadline.Time))
	}
	for _, r := range d.Reasons {
		fmt.Fprintf(w, "  %s\n", r)
	}
	if len(d.Matches) > 0 {
		m := d.Matches[0]
		fmt.Fprintf(w, "  清单：%s第%s项 %s（%.2f）%s\n", m.Part.Title(), m.ItemNo, m.ItemName, m.Score, quotes(m.Evidence))
	}
	for _, f := range d.Findings {
		fmt.Fprintf(w, "  %s：%s  %s\n      依据：%s（单上：%s）\n", f.Severity.Title(), f.Title, quotes(f.Evidence), f.Basis, f.Role.Place())
	}
	if d.Doubt != nil {
		fmt.Fprintf(w, "  拿不准：%s。%s\n", strings.Join(d.Doubt.Rivals, " 还是 "), d.Doubt.Question)
	}
}

func quotes(list []app.Evidence) string {
	var out []string
	for _, e := range list {
		out = append(out, "“"+strings.Join(strings.Fields(e.Text), "")+"”")
	}
	return strings.Join(out, "、")
}
