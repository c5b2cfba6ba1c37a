package upkeep

import (
	"context"
	"strings"
	"unicode"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/app/text"
)

// Concept is a concept of the lexicon as the window offers it.
type Concept struct {
	ID    string
	Field string   // line of business
	Names []string // some of its names
}

// OwnWord is a word of the office's own with what it means.
type OwnWord struct {
	ledger.Word
	Concept Concept // only ID where the lexicon does not have it (any more)
}

// Words gives the office's own words, the newest first.
func (s *Service) Words(ctx context.Context) ([]OwnWord, error) {
	own, err := s.Reader.Own(ctx)
	if err != nil || len(own.Words) == 0 {
		return nil, err
	}
	lex, err := s.Lexicon()
	if err != nil {
		return nil, err
	}
	out := make([]OwnWord, len(own.Words))
	for i, w := range own.Words {
		out[i] = OwnWord{w, Concept{ID: w.Word.Concept}}
		if n := lex.ConceptByID(w.Word.Concept); n >= 0 {
			out[i].Concept = concept(lex, n)
		}
	}
	return out, nil
}

// mostNames is how many names of a concept are shown.
const mostNames = 6

func concept(lex *lexicon.Lexicon, n int) Concept {
	c := lex.Concepts[n]
	return Concept{ID: c.ID, Field: c.Field, Names: c.Names[:min(mostNames, len(c.Names))]}
}

// FindConcepts gives the concepts that words may name, at most n.
func (s *Service) FindConcepts(_ context.Context, words string, n int) ([]Concept, error) {
	lex, err := s.Lexicon()
	if err != nil {
		return nil, err
	}
	var out []Concept
	for _, i := range lex.Search(words, n) {
		out = append(out, concept(lex, i))
	}
	return out, nil
}

// AddWord keeps a word of the office's own for a concept, from the next check on. CodeInvalid where the word cannot stand
// for an object, CodeConflict where it is there already.
func (s *Service) AddWord(ctx context.Context, w app.OwnWord) error {
	w.Word = strings.TrimSpace(w.Word)
	if err := s.validWord(w); err != nil {
		return err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return err
	}
	for _, o := range own.Words {
		if text.New(o.Word.Word).String() == text.New(w.Word).String() {
			return app.Errorf(app.CodeConflict, "“%s”已经加过，指“%s”。没有再加；要改的请先移除。", w.Word, o.Word.Concept)
		}
	}
	return s.Writer.Write(ctx, func(b ledger.Book) error {
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectWord, ID: b.NewID()}, ledger.WordAdded, w)
		return err
	})
}

// Bounds of a word, in characters.
const (
	leastWord = 2
	mostWord  = 12
)

func (s *Service) validWord(w app.OwnWord) error {
	folded := text.New(w.Word).Norm
	if n := len(folded); n < leastWord || n > mostWord {
		return app.Errorf(app.CodeInvalid, "用语要在 %d 到 %d 个字之间，现为 %d 个字。没有加入。", leastWord, mostWord, n)
	}
	for _, r := range folded {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '…' {
			return app.Errorf(app.CodeInvalid, "用语里不要有标点和空格（现有“%c”）。没有加入。", r)
		}
	}
	lex, err := s.Lexicon()
	if err != nil {
		return err
	}
	if lex.ConceptByID(w.Concept) < 0 {
		return app.Errorf(app.CodeInvalid, "还没有选它指哪个事项。没有加入。请先查找并选一个。")
	}
	for _, n := range lex.Meaning(w.Word) {
		if c := lex.Concepts[n]; c.ID == w.Concept {
			return app.Errorf(app.CodeConflict, "软件已经知道“%s”指“%s”，不用再加。", w.Word, c.ID)
		} else if folded := text.New(c.ID).String(); folded == text.New(w.Word).String() {
			return app.Errorf(app.CodeInvalid, "“%s”本身就是一个事项的名称，不能改指“%s”。没有加入。", c.ID, w.Concept)
		}
	}
	if lex.Taken(w.Word) {
		return app.Errorf(app.CodeInvalid, "“%s”是动作或单位的名称，用它会认错很多来文。没有加入。请写得具体一些。", w.Word)
	}
	return nil
}

// RemoveWord takes a word of the office's own out of use. It stays in the ledger.
func (s *Service) RemoveWord(ctx context.Context, id string) error {
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return err
	}
	for _, o := range own.Words {
		if o.ID == id {
			return s.Writer.Write(ctx, func(b ledger.Book) error {
				_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectWord, ID: id}, ledger.WordRemoved, ledger.ReasonPayload{Reason: "移除"})
				return err
			})
		}
	}
	return app.Errorf(app.CodeNotFound, "没有找到这个用语，可能已经移除。")
}
