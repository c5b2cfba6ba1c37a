package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/text"
)

// MaxText is the longest text that is taken in, in bytes. A notice of a hundred pages has about half a million.
const MaxText = 16 << 20

// Read takes a document in: CodeSecret if it carries a secrecy mark (nothing of it is kept), CodeInvalid if there is
// no text to read, CodeLimit if it is too long. It writes nothing.
func (s *Service) Read(ctx context.Context, doc app.Document, o Options) (Draft, error) {
	if err := refuseSecret(doc); err != nil {
		return Draft{}, err
	}
	raw := doc.Text()
	folded, err := readable(doc, raw)
	if err != nil {
		return Draft{}, err
	}
	d := Draft{Document: doc, Channel: o.Channel, Originals: o.Originals, Digest: digestOf(folded), Message: o.MessageTime,
		ReadAt: s.Now()}
	if d.Channel == "" {
		d.Channel = ledger.ChannelPaste
	}
	if d, err = s.check(ctx, d); err != nil {
		return Draft{}, err
	}
	d.Twin, err = s.twin(ctx, d)
	return d, err
}

// readable refuses what holds no text, with words that say what it is.
func readable(doc app.Document, raw string) (folded string, err error) {
	switch {
	case len(raw) > MaxText:
		return "", app.Errorf(app.CodeLimit, "文字太长（%d 万字），没有收入。请只粘贴通知本身，附件另存。", utf8.RuneCountInString(raw)/10000)
	case !utf8.ValidString(raw):
		return "", app.Errorf(app.CodeInvalid, "文字的编码读不出来，没有收入。请在原来的程序里打开，复制全文再粘贴。")
	case looksBinary(raw):
		return "", app.Errorf(app.CodeInvalid, "粘贴的不是文字，像是文件的内部数据，没有收入。请打开文件，复制里面的文字再粘贴。")
	}
	if folded = text.New(raw).String(); folded != "" {
		return folded, nil
	}
	if doc.Name != "" {
		return "", app.Errorf(app.CodeInvalid, "“%s”里没有能读出的文字，可能是扫描件或图片。原文件未动。请打开它，手工录入要点后登记。", doc.Name)
	}
	return "", app.Errorf(app.CodeInvalid, "没有文字。请先复制通知，再按 Ctrl+V。")
}

// looksBinary tells bytes from text: a zero byte, or many control characters.
func looksBinary(raw string) bool {
	odd, all := 0, 0
	for _, r := range raw {
		all++
		switch {
		case r == 0:
			return true
		case r < 0x20 && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v', r == 0x7f, r == utf8.RuneError:
			odd++
		}
	}
	return odd > 3 && odd*20 > all
}

// digestOf is the SHA-256 of the folded text: blanks, widths and broken lines do not make another notice.
func digestOf(folded string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.ReplaceAll(folded, "\n", ""))))
	return hex.EncodeToString(sum[:])
}

// check compares the draft from the day that is known or, until then, the likeliest.
func (s *Service) check(ctx context.Context, d Draft) (Draft, error) {
	today := app.DateOf(s.Now())
	from := today
	if d.Received.Known() {
		from = d.Received.Date
	} else if m := messageDay(d.Message); !m.IsZero() && m.Before(today) {
		from = m
	}
	var except []string
	if d.Correction && d.Twin != nil {
		except = []string{d.Twin.Notice}
	}
	var err error
	if d.Check, err = s.compare(ctx, d.Text(), from, d.Fixed, except...); err != nil {
		return Draft{}, err
	}
	if !d.Received.Known() {
		d.Received, d.Days = receivedDay(d, today)
		if d.Received.Date != from {
			if d.Check, err = s.compare(ctx, d.Text(), d.Received.Date, d.Fixed, except...); err != nil {
				return Draft{}, err
			}
		}
	}
	d.Silent = !d.Received.Known()
	if d.Silent {
		d.Check = silenceClock(d.Check)
	}
	return d, nil
}

func (s *Service) compare(ctx context.Context, raw string, received app.Date, fixed map[string]string, except ...string) (app.Check, error) {
	known := app.Fields{}
	for name, value := range fixed {
		setField(&known, name, value)
	}
	c, err := s.Checker.Check(ctx, raw, received, known, except...)
	if err != nil {
		return app.Check{}, fmt.Errorf("check: %w", err)
	}
	for name, value := range fixed {
		if name == "deadline" {
			value, _, _ = strings.Cut(value, " ") // the hour is that of the demand
		}
		setField(&c.Fields, name, value)
	}
	return c, nil
}

// receivedDay derives the day received, or the answers to 哪天收到. While it is open, the day in the text counts: words
// such as “周五前” were written on it.
func receivedDay(d Draft, today app.Date) (ledger.Received, []Day) {
	message := messageDay(d.Message)
	doc, err := app.ParseDate(d.Check.Fields.DocDate)
	if err != nil {
		doc = app.Date{} // not in the text
	}
	switch today {
	case message:
		return ledger.Received{Date: today, Time: d.Message.Format("15:04"), Source: ledger.DayMessage}, nil
	case doc:
		return ledger.Received{Date: today, Source: ledger.DayDoc}, nil
	}
	days := []Day{{Date: today, Label: "今天 " + monthDay(today), Source: ledger.DayClerk}}
	likely := today
	if !message.IsZero() && message.Before(today) {
		days = append(days, Day{Date: message, Label: "消息 " + monthDay(message), Source: ledger.DayMessage})
		likely = message
	}
	if !doc.IsZero() && doc.Before(today) && doc != message {
		days = append(days, Day{Date: doc, Label: "文中 " + monthDay(doc), Source: ledger.DayClerk})
		if likely == today {
			likely = doc
		}
	}
	return ledger.Received{Date: likely}, days
}

func messageDay(t time.Time) app.Date {
	if t.IsZero() {
		return app.Date{}
	}
	return app.DateOf(t)
}

func monthDay(d app.Date) string { return fmt.Sprintf("%02d-%02d", int(d.Month), d.Day) }

func itoa(n int) string { return strconv.Itoa(n) }

// silenceClock holds back findings that count from the day received.
func silenceClock(c app.Check) app.Check {
	c.Findings = withoutClock(c.Findings)
	demands := make([]app.Demand, len(c.Demands))
	for i, d := range c.Demands {
		d.Findings = withoutClock(d.Findings)
		demands[i] = d
	}
	c.Demands = demands
	return c
}

func withoutClock(list []app.Finding) []app.Finding {
	out := make([]app.Finding, 0, len(list))
	for _, f := range list {
		if f.Code != "DEADLINE_SHORT" {
			out = append(out, f)
		}
	}
	return out
}

// twin looks for the same words, or the same number, in the ledger. Of a chain of corrections the last one counts.
func (s *Service) twin(ctx context.Context, d Draft) (*Twin, error) {
	f := d.Check.Fields
	n, err := s.Reader.Twin(ctx, d.Digest, f.Title, f.DocNo)
	if app.ErrorCode(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for the same notice: %w", err)
	}
	if n.Digest == d.Digest {
		return &Twin{Notice: n.ID, Number: n.Number(), No: n.No, Same: true, Message: sameMessage(n)}, nil
	}
	if n, err = s.latest(ctx, n); err != nil {
		return nil, err
	}
	t := &Twin{Notice: n.ID, Number: n.Number(), No: n.No}
	switch {
	case n.Check.Fields.Title != f.Title:
		t.Message = fmt.Sprintf("与第 %d 号文号相同、标题不同，像是它的更正件", n.No)
	case n.Check.Fields.DocDate != f.DocDate:
		t.Message = fmt.Sprintf("像是第 %d 号的更正件", n.No)
	default:
		t.Message = fmt.Sprintf("与第 %d 号标题、文号相同，文字有出入", n.No)
	}
	return t, nil
}

// latest is the notice that holds now of a chain of corrections.
func (s *Service) latest(ctx context.Context, n ledger.Notice) (ledger.Notice, error) {
	for range 20 { // longer than any chain; a circle cannot be written
		if n.SupersededBy == "" {
			return n, nil
		}
		later, err := s.Reader.Notice(ctx, n.SupersededBy)
		if err != nil {
			return n, fmt.Errorf("look for the correction: %w", err)
		}
		if later.Void || later.Erased != nil {
			return n, nil
		}
		n = later
	}
	return n, nil
}

func sameMessage(n ledger.Notice) string {
	return fmt.Sprintf("与第 %d 号内容相同，未重复登记", n.No)
}
