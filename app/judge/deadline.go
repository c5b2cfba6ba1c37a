package judge

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/text"
)

// knownDeadline gives a deadline that a person has put right to the demand whose deadline the notice is known by: the
// first that has one, else the first.
func (s *sitting) knownDeadline(parts []*part) {
	due, ok := parseDue(s.in.Known.Deadline)
	if !ok || len(parts) == 0 {
		return
	}
	at := 0
	for i, p := range parts {
		if _, has := s.readDeadline(p); has {
			at = i
			break
		}
	}
	parts[at].due = &due
}

// parseDue reads 2026-12-04 and 2026-12-04 17:00.
func parseDue(words string) (due app.Deadline, ok bool) {
	day, hour, _ := strings.Cut(words, " ")
	d, err := app.ParseDate(day)
	return app.Deadline{Date: d, Time: hour, Text: words}, err == nil
}

// deadline is until when a part is to be done: what a person has put right, else what is read. Its place is where the
// read one stands, else the whole part.
func (s *sitting) deadline(p *part) (notice.Deadline, bool) {
	d, has := s.readDeadline(p)
	if p.due == nil {
		return d, has
	}
	if !has {
		d.Range = p.Range
	}
	if !has || d.Date != p.due.Date || p.due.Time != "" && d.Time != p.due.Time {
		d.Deadline, d.Morning = *p.due, p.due.Time != "" && p.due.Time < "12:00"
	}
	return d, true
}

// readDeadline is the deadline that the words of a part name; a notice of one demand may name it anywhere.
func (s *sitting) readDeadline(p *part) (notice.Deadline, bool) {
	d, has := notice.DeadlineIn(s.letter, p.Range, s.in.Received, s.Calendar)
	if !has && p.single {
		d, has = notice.DeadlineIn(s.letter, text.Range{Start: 0, End: s.text.Len()}, s.in.Received, s.Calendar)
	}
	return d, has
}
