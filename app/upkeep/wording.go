package upkeep

import (
	"context"
	"errors"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// SentenceRow is a sentence of the papers as the office has it, beside how it came (措辞).
type SentenceRow struct {
	paper.WordingSentence
	Text  string                // as it stands, in the notation of the office
	Own   bool                  // it is not as it came
	Steps []ledger.SentenceStep // what was done to it, the newest first
	// Fault says why this program cannot take the office's words; the shipped ones stand until they are put right.
	Fault string
}

// WordingPaper is the sentences of one paper.
type WordingPaper struct {
	Title string
	Rows  []SentenceRow
	Own   int // rows that are not as they came
}

// Wordings are the papers with their sentences as they stand.
type Wordings struct {
	Edition string // as papers print it: 版式
	Papers  []WordingPaper
}

// ofVillage are the papers that a village or community issues; it is shown no others, and nobody else is shown its own.
var ofVillage = []paper.Kind{paper.KindVillage, paper.KindSupport, paper.KindNone}

// Wordings gives the sentences that the office may put into its own words.
func (s *Service) Wordings(ctx context.Context) (Wordings, error) {
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return Wordings{}, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return Wordings{}, err
	}
	out := Wordings{Edition: s.Wording.Edition(own.Wording())}
	for _, sentence := range s.Wording.Sentences() {
		if !s.says(settings.Office, sentence) {
			continue
		}
		if n := len(out.Papers); n == 0 || out.Papers[n-1].Title != sentence.Paper {
			out.Papers = append(out.Papers, WordingPaper{Title: sentence.Paper})
		}
		row := s.sentenceRow(sentence, own)
		p := &out.Papers[len(out.Papers)-1]
		if p.Rows = append(p.Rows, row); row.Own {
			p.Own++
		}
	}
	return out, nil
}

// says tells whether an office has papers on which a sentence stands.
func (s *Service) says(o app.Office, sentence paper.WordingSentence) bool {
	if !o.Grassroots() {
		return sentence.Kind != paper.KindVillage
	}
	if part, ok := strings.CutPrefix(sentence.Name, "codes/"); ok { // what a village goes on with stands on its own paper, in its own words where it has them
		return strings.HasSuffix(part, "/keep") && !slices.ContainsFunc(s.Wording.Sentences(), func(w paper.WordingSentence) bool { return w.Name == "village/"+part })
	}
	return slices.Contains(ofVillage, sentence.Kind)
}

func (s *Service) sentenceRow(sentence paper.WordingSentence, own ledger.Own) SentenceRow {
	row := SentenceRow{WordingSentence: sentence, Text: sentence.Shipped}
	for _, o := range own.Sentences {
		if o.Name != sentence.Name {
			continue
		}
		row.Steps = slices.Clone(o.Steps)
		slices.Reverse(row.Steps)
		if o.Text != "" && o.Text != sentence.Shipped {
			row.Text, row.Own = o.Text, true
			if err := s.Wording.CheckSentence(app.OwnSentence{Name: o.Name, Text: o.Text}); err != nil {
				row.Fault = faultWords(err)
			}
		}
	}
	return row
}

// faultWords is what is wrong with a sentence, in words.
func faultWords(err error) string {
	var fault *paper.Fault
	if errors.As(err, &fault) {
		return fault.Error()
	}
	return app.ErrorMessage(err)
}

// ChangeSentence keeps what the office says in place of a sentence, for papers issued from now on; those that are issued stay as
// they are. CodeInvalid with a *paper.Fault inside where the sentence may not say so; nothing is written where nothing changes.
func (s *Service) ChangeSentence(ctx context.Context, name, text string) error {
	own := app.OwnSentence{Name: name, Text: paper.TidySentence(text)}
	if err := s.validSentence(own); err != nil {
		return err
	}
	_, err := s.keepSentences(ctx, app.OwnWording{own}, "")
	return err
}

func (s *Service) validSentence(own app.OwnSentence) error {
	err := s.Wording.CheckSentence(own)
	if err == nil || app.ErrorCode(err) == app.CodeNotFound {
		return err
	}
	return app.WrapError(app.CodeInvalid, err, "%s没有保存。", faultWords(err))
}

// ResetSentence takes a sentence back to how it came.
func (s *Service) ResetSentence(ctx context.Context, name string) error {
	_, err := s.keepSentences(ctx, app.OwnWording{{Name: name}}, "恢复原文")
	return err
}

// ResetPaper takes all sentences of a paper back to how they came and tells how many those are.
func (s *Service) ResetPaper(ctx context.Context, title string) (int, error) {
	var all app.OwnWording
	for _, sentence := range s.Wording.Sentences() {
		if sentence.Paper == title {
			all = append(all, app.OwnSentence{Name: sentence.Name})
		}
	}
	if len(all) == 0 {
		return 0, app.Errorf(app.CodeNotFound, "没有“%s”这种文书，没有改动。", title)
	}
	return s.keepSentences(ctx, all, "恢复原文")
}

// keepSentences writes what is not so yet in one transaction, and tells how many sentences that were. An empty text is the
// shipped one.
func (s *Service) keepSentences(ctx context.Context, wanted app.OwnWording, reason string) (int, error) {
	shipped := map[string]string{}
	for _, sentence := range s.Wording.Sentences() {
		shipped[sentence.Name] = sentence.Shipped
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return 0, err
	}
	now := map[string]string{}
	for _, o := range own.Sentences {
		now[o.Name] = o.Text
	}
	var changes app.OwnWording
	for _, w := range wanted {
		if w.Text == shipped[w.Name] {
			w.Text = ""
		}
		if w.Text != now[w.Name] {
			changes = append(changes, w)
		}
	}
	if len(changes) == 0 {
		return 0, nil
	}
	return len(changes), s.Writer.Write(ctx, func(b ledger.Book) error {
		for _, c := range changes {
			subject := ledger.Subject{Kind: ledger.SubjectWording, ID: c.Name}
			var err error
			if c.Text == "" {
				_, err = b.Append(ctx, subject, ledger.WordingReset, ledger.ReasonPayload{Reason: reason})
			} else {
				_, err = b.Append(ctx, subject, ledger.WordingSet, c)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
