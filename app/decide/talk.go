package decide

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Message writes the message with which the office talks first about a checked notice (先沟通), whether or not it is
// registered. Decisions are parallel to the demands of the check; without them the advice stands. It is empty where the
// office simply bears everything.
func (s *Service) Message(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error) {
	sub, err := s.checked(ctx, text, c, decisions)
	if err != nil {
		return "", err
	}
	return s.Press.Message(sub), nil
}

// OwnPart says what a village can do of a checked notice of which it passes something on to its town (我村能做的), as its
// paper will. It is empty for another office, and where nothing is passed on.
func (s *Service) OwnPart(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error) {
	sub, err := s.checked(ctx, text, c, decisions)
	if err != nil {
		return "", err
	}
	return s.Press.OwnPart(sub), nil
}

// checked is a notice that need not be registered as its words for the other side are written from it.
func (s *Service) checked(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (paper.Subject, error) {
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return paper.Subject{}, err
	}
	list, err := s.listOf(ctx, ledger.Notice{Check: c})
	if err != nil {
		return paper.Subject{}, err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return paper.Subject{}, err
	}
	sub := paper.Subject{Office: settings.Office, Clerk: settings.Office.Clerk, Text: text, Fields: c.Fields, Check: c, Decisions: decisions,
		Greetings: settings.Greetings, Wording: own.Wording(), To: paper.Addressee{Name: c.Fields.Issuer, Class: paper.ClassOf(c.Fields.Issuer)}}
	if list != nil {
		sub.List, sub.Duties = list.List.Source, named(list.List.Duties, c)
	}
	return sub, nil
}

// Talk registers a contact about demands of one notice (先沟通) and, once known, how it ended. No number is used. The
// same message copied again writes nothing.
func (s *Service) Talk(ctx context.Context, notice string, demands []string, t ledger.Talk) (ledger.Notice, error) {
	if t.With, t.Words = strings.TrimSpace(t.With), strings.TrimSpace(t.Words); !t.Date.IsZero() {
		if err := s.notLater(t.Date, "沟通"); err != nil {
			return ledger.Notice{}, err
		}
	}
	if t.Result == ledger.TalkLater && t.Remind.IsZero() {
		t.Remind = s.Calendar.AddWorkdays(app.DateOf(s.Now()), 1)
	}
	return s.onDemands(ctx, notice, demands, func(b ledger.Book, d ledger.Demand) error {
		if again(d, t) {
			return nil
		}
		if _, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandTalked, t); err != nil {
			return err
		}
		if t.Words == "" {
			return nil
		}
		_, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandTalkWords, ledger.TalkWordsPayload{Words: t.Words})
		return err
	})
}

// again tells whether a talk says nothing new: the same message to the same person, still without an answer.
func again(d ledger.Demand, t ledger.Talk) bool {
	if n := len(d.Talks); t.Result == ledger.TalkOpen && d.State == ledger.StateTalking && n > 0 {
		last := d.Talks[n-1]
		return last.Result == t.Result && last.Way == t.Way && last.With == t.With && last.Words == t.Words
	}
	return false
}
