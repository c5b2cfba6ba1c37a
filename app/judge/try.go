package judge

import (
	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/text"
)

// Trial is what one rule makes of a few words (试一试).
type Trial struct {
	// Found are the words that the rule meets; none: it says nothing, and Why tells the reason where one is known.
	Found []app.Evidence
	Why   string
	// Verdict is the advice on the words as a notice, as the rules stand.
	Verdict app.Verdict
}

// Try tells what one rule, on or off, makes of words received on a day.
func (j *Judge) Try(g *Ground, code, words string, received app.Date) Trial {
	s := j.read(g, Input{Text: words, Received: received})
	var out Trial
	sum := app.Check{}
	for _, p := range s.parts() {
		d := s.decide(p)
		sum.Demands = append(sum.Demands, d)
		for _, f := range d.Findings {
			if f.Code == code {
				out.Found = append(out.Found, f.Evidence...)
			}
		}
	}
	s.summarize(&sum)
	out.Verdict = sum.Verdict
	if len(out.Found) > 0 {
		return out
	}
	if code == "DEADLINE_SHORT" {
		out.Found, out.Why = s.tryDeadline()
		return out
	}
	hits, why := s.rules.Explain(code, s.text.Sentences(0, s.text.Len()))
	off := j.Rules.Rule(code) == nil
	switch {
	case len(hits) > 0 && off:
		out.Found = s.words(hits)
	case len(hits) > 0:
		out.Why = "有“" + s.words(hits)[0].Text + "”，但整句不构成这一条"
	default:
		out.Why = why
	}
	return out
}

// tryDeadline tells why a short deadline is no finding, or where it stands while its rule is switched off.
func (s *sitting) tryDeadline() ([]app.Evidence, string) {
	d, has := notice.DeadlineIn(s.letter, text.Range{Start: 0, End: s.text.Len()}, s.in.Received, s.Calendar)
	emergency, from, to := s.Lexicon.Emergency(s.text.Norm)
	switch {
	case !has:
		return nil, "没有读出截止时间"
	case !notice.ShortOfWorkdays(s.in.Received, d, s.leastDays(), s.Calendar):
		return nil, "收到至截止够" + text.CountWord(s.leastDays()) + "个工作日"
	case emergency:
		return nil, "“" + s.text.Slice(from, to) + "”属应急事项例外"
	}
	return []app.Evidence{s.text.Evidence(d.Start, d.End)}, ""
}
