package notice

import (
	"strings"
	"unicode"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/text"
)

// ReadFields reads the particulars of a notice (要素) with their places. Relative days count from received; what the
// text does not give stays empty.
func ReadFields(l *Letter, received app.Date, cal *calendar.Calendar) app.Fields {
	f := &fieldReader{l: l, received: received, cal: cal, out: app.Fields{Places: map[string]app.Evidence{}}}
	f.out.Issuer = f.put("issuer", f.issuer())
	f.out.DocNo = f.put("doc_no", l.span(ZoneNumber, 0))
	f.title()
	f.docDate()
	f.deadline()
	f.contact()
	f.meeting()
	if len(f.out.Places) == 0 {
		f.out.Places = nil
	}
	return f.out
}

// fieldReader collects the fields of one letter.
type fieldReader struct {
	l        *Letter
	received app.Date
	cal      *calendar.Calendar
	out      app.Fields
}

// put keeps the place of a field and gives its words as written, without the blanks that only spread them.
func (f *fieldReader) put(name string, r text.Range) string {
	if r.Len() <= 0 {
		return ""
	}
	f.out.Places[name] = f.l.Text.Evidence(r.Start, r.End)
	return f.l.words(r)
}

// words are the original characters of a folded range without blanks, except between Latin letters and digits.
func (l *Letter) words(r text.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		c := l.Text.Norm[i]
		if c == '\n' {
			continue
		}
		if i > r.Start && l.Text.Gap(i) && latin(c) && latin(l.Text.Norm[i-1]) {
			b.WriteByte(' ')
		}
		b.WriteRune(l.Text.Raw[l.Text.RawOffset(i)])
	}
	return b.String()
}

func latin(c rune) bool { return c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) }

// title takes the title of the letter; a phone note and a message have none.
func (f *fieldReader) title() {
	if f.l.Form == FormPhone {
		return
	}
	t := f.l.Title()
	if n := f.l.Text.Norm; t.Len() > 4 && n[t.Start] == '《' && n[t.End-1] == '》' {
		t = text.Range{Start: t.Start + 1, End: t.End - 1}
	}
	if t.Len() > 3 && f.l.Text.Norm[t.End-1] == ':' {
		t.End--
	}
	f.out.Title = f.put("title", t)
}

// docDate reads the day below the signature (成文日期). A day without a year is the last such day up to received.
func (f *fieldReader) docDate() {
	for _, p := range f.l.Paragraphs {
		if p.Zone != ZoneDate || p.Annex > 0 {
			continue
		}
		d := f.l.issued(f.received)
		if d.IsZero() {
			return
		}
		if !f.received.IsZero() && f.received.Before(d) && p.Len() < 8 {
			d.Year--
		}
		if d.Valid() {
			f.put("doc_date", p.Range)
			f.out.DocDate = d.String()
		}
		return
	}
}

// deadline takes the earliest deadline of the strongest class.
func (f *fieldReader) deadline() {
	if d, ok := Earliest(ReadDeadlines(f.l, f.received, f.cal)); ok {
		f.out.Deadline = d.Date.String()
		f.put("deadline", d.Range)
	}
}
