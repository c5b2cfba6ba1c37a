package judge

import (
	"yidanqing/app"
	"yidanqing/app/notice"
)

// gathering is what is told of a meeting beside its time and place. It decides nothing: that a meeting is not in the plan may
// be due to how the plan names it.
func (s *sitting) gathering() *app.Gathering {
	g := notice.ReadGathering(s.letter, s.fields.Issuer)
	if r := s.deciding(app.RegisterMeeting); r != nil {
		n := r.closest([]rune(s.title+s.text.String()), s.issuer, s.fields.Issuer)
		if n.row >= 0 && n.score >= sameRow && n.department {
			g.Plan = r.Entries[n.row].Name
		} else {
			g.Unplanned = true
		}
	}
	return &g
}
