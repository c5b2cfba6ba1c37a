package judge

import (
	"cmp"
	"slices"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

var (
	// conferred is the name of a duty that says no more than that the office uses the powers that the province gave it (赋权事项).
	conferred = pattern.MustCompile(`^[^对]{0,34}(行使|实施|承接|履行)[^对、]{0,30}(行政处罚|行政执法|执法)(权|事项|职权|职能)?`)
	// bestowed is said by who asks for the use of such a power.
	bestowed = pattern.MustCompile(`赋权|赋予|授权|下放|委托执法|委托(乡镇|街道|镇|乡)|行政处罚权|职权目录|执法事项目录`)
)

// withoutConferred takes the duty of conferred powers back behind the others where the notice does not call upon them: its name
// holds every act of power and no matter at all.
func (s *sitting) withoutConferred(r *duty.Ranking) {
	if bestowed.MatchString(s.text.String()) {
		return
	}
	moved := false
	for i := range r.Candidates {
		c := &r.Candidates[i]
		if c.P < 0.05 {
			break
		}
		if d := s.dutyAt(c.Duty); d.Part == app.Basic && conferred.MatchString(text.New(d.Name).String()) {
			c.P *= 0.1
			moved = true
		}
	}
	if !moved {
		return
	}
	sum := r.PNone
	for _, c := range r.Candidates {
		sum += c.P
	}
	r.PNone /= sum
	for i := range r.Candidates {
		r.Candidates[i].P /= sum
	}
	slices.SortStableFunc(r.Candidates, func(a, b duty.Candidate) int { return cmp.Compare(b.P, a.P) })
}
