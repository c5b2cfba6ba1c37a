package upkeep

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Specimens are invented records by which the wording of a paper is shown (示例).
type Specimens interface {
	// Subjects are such as a sentence may stand in, the likeliest first. Code is the kind of finding that the sentence is
	// about, empty: none.
	Subjects(kind paper.Kind, code string) []paper.Subject
	Month(code string) paper.Month
}

// wordingPress shows papers while their wording is being written.
type wordingPress interface {
	Write(kind paper.Kind, s paper.Subject, evidence bool) ([]paper.Content, error)
	Month(m paper.Month) paper.Content
	Message(s paper.Subject) string
	Support(s paper.Subject) paper.Support
	SetPages(ctx context.Context, contents []paper.Content, facts paper.Facts) ([]paper.Page, error)
}

// WordingPreview is a sentence while it is being written.
type WordingPreview struct {
	Fault *paper.Fault // nil: it may be kept
	Words string       // the sentence filled with examples
	// Paper is the title of the specimen, Pages how it will look; for the message of 先沟通 Message is the whole of it.
	Paper   string
	Pages   []paper.Page
	Message string
	Used    bool // the sentence stands on the specimen
	// Places are where the sentence stands on the pages.
	Places []WordingPlace
}

// WordingPlace is a run of lines of a page.
type WordingPlace struct {
	Page        int     // from 0
	First, Last float64 // baselines of the first and the last line, in mm from the head of the page
	Size        float64 // of the type, in points
}

// PreviewSentence shows a sentence on a specimen, with the other sentences as they stand. It changes nothing.
func (s *Service) PreviewSentence(ctx context.Context, name, text string) (WordingPreview, error) {
	sentence, err := s.sentence(name)
	if err != nil {
		return WordingPreview{}, err
	}
	draft := app.OwnSentence{Name: name, Text: paper.TidySentence(text)}
	out := WordingPreview{}
	if draft.Text == sentence.Shipped {
		draft.Text = ""
	} else if err := s.Wording.CheckSentence(draft); err != nil {
		return WordingPreview{Fault: asFault(err)}, nil
	}
	out.Words = s.Wording.Try(app.OwnSentence{Name: name, Text: paper.TidySentence(text)})
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return out, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return out, err
	}
	wording := append(own.Wording(), draft).Tidy()
	// the same between two signs tells whether the sentence is said at all, and where
	probe := append(own.Wording(), app.OwnSentence{Name: name, Text: probed(text)}).Tidy()
	switch {
	case sentence.Kind == paper.KindMonth:
		return out, s.previewMonth(ctx, &out, codeOf(name), settings.Office, wording, probe)
	case strings.HasPrefix(name, "talks/") || sentence.Kind == paper.KindNone:
		s.previewMessage(&out, codeOf(name), settings.Office, wording, probe)
		return out, nil
	}
	kind := sentence.Kind
	if settings.Office.Grassroots() && kind != paper.KindSupport {
		kind = paper.KindVillage
	}
	return out, s.previewPaper(ctx, &out, kind, codeOf(name), settings.Office, wording, probe)
}

func (s *Service) sentence(name string) (paper.WordingSentence, error) {
	for _, w := range s.Wording.Sentences() {
		if w.Name == name {
			return w, nil
		}
	}
	return paper.WordingSentence{}, app.Errorf(app.CodeNotFound, "没有可改的语句“%s”。", name)
}

func asFault(err error) *paper.Fault {
	if f, ok := err.(*paper.Fault); ok {
		return f
	}
	return &paper.Fault{Words: app.ErrorMessage(err)}
}

// probeSign is a character that no sentence has.
const probeSign = "〓"

func probed(text string) string {
	return probeSign + strings.ReplaceAll(paper.TidySentence(text), "\n", probeSign+"\n"+probeSign) + probeSign
}

// codeOf is the finding code that a sentence is about.
func codeOf(name string) string {
	parts := strings.Split(name, "/")
	switch {
	case len(parts) != 3:
		return ""
	case parts[1] == "*": // what is said of every other rule
		return "OWN"
	}
	return parts[1]
}

// fitOut gives a specimen the office's own name, as a draft that is marked as a specimen.
func fitOut(sub paper.Subject, o app.Office, wording app.OwnWording) paper.Subject {
	if o.Name != "" {
		sub.Office = o
	}
	sub.Clerk, sub.Phone, sub.Number, sub.Wording = "", "", "", wording
	sub.List.Sample = true
	return sub
}

// previewPaper takes the first specimen that says the sentence, else the first that can be written.
func (s *Service) previewPaper(ctx context.Context, out *WordingPreview, kind paper.Kind, code string, o app.Office, wording, probe app.OwnWording) error {
	var contents, marked []paper.Content
	var last error
	for _, sub := range s.Specimens.Subjects(kind, code) {
		now, err := s.specimen(kind, fitOut(sub, o, wording))
		if err != nil {
			last = err
			continue
		}
		with, err := s.specimen(kind, fitOut(sub, o, probe))
		used := err == nil && said(with) != said(now)
		if contents == nil || used {
			contents, marked, out.Used = now, with, used
		}
		if used {
			break
		}
	}
	if contents == nil {
		return last
	}
	out.Paper = kind.Title()
	return s.set(ctx, out, contents, marked, wording)
}

// set lays out a specimen, and looks up where the sentence stands on it.
func (s *Service) set(ctx context.Context, out *WordingPreview, contents, marked []paper.Content, wording app.OwnWording) error {
	facts := paper.Facts{Layout: s.Wording.Edition(wording)}
	var err error
	if out.Pages, err = s.Papers.SetPages(ctx, contents, facts); err != nil || !out.Used {
		return err
	}
	pages, err := s.Papers.SetPages(ctx, marked, facts)
	out.Places = placesOf(pages)
	return err
}

// placesOf finds what stands between two signs on pages.
func placesOf(pages []paper.Page) []WordingPlace {
	var out []WordingPlace
	open := false
	for i, page := range pages {
		for _, it := range page.Items {
			if it.Kind != paper.ItemText {
				continue
			}
			for range strings.Count(it.Text, probeSign) {
				switch n := len(out); {
				case !open:
					out = append(out, WordingPlace{Page: i, First: it.Y, Last: it.Y, Size: it.Size})
				case out[n-1].Page == i && it.Y >= out[n-1].First:
					out[n-1].Last = it.Y
				default: // it goes over to the next page
					out = append(out, WordingPlace{Page: i, First: it.Y, Last: it.Y, Size: it.Size})
				}
				open = !open
			}
		}
	}
	return out
}

// specimen writes a specimen, completed as a clerk would complete it.
func (s *Service) specimen(kind paper.Kind, sub paper.Subject) ([]paper.Content, error) {
	if kind == paper.KindSupport {
		support := s.Papers.Support(sub)
		if len(support.Bodies) == 0 {
			support.Bodies = []string{sub.To.Name}
		}
		if support.Asks == "" {
			support.Asks = "派人员到场"
		}
		sub.Support = &support
	}
	return s.Papers.Write(kind, sub, false)
}

// said is everything that documents print.
func said(contents []paper.Content) string {
	var b strings.Builder
	for _, c := range contents {
		words, err := json.Marshal(c.Record())
		if err != nil { // it holds texts and days only
			panic(fmt.Sprintf("record: %v", err))
		}
		b.Write(words)
	}
	return b.String()
}

func (s *Service) previewMonth(ctx context.Context, out *WordingPreview, code string, o app.Office, wording, probe app.OwnWording) error {
	month := func(w app.OwnWording) paper.Content {
		m := s.Specimens.Month(code)
		if o.Name != "" {
			m.Office = o
		}
		m.Wording = w
		return s.Papers.Month(m)
	}
	now, with := []paper.Content{month(wording)}, []paper.Content{month(probe)}
	out.Paper, out.Used = paper.KindMonth.Title(), said(now) != said(with)
	return s.set(ctx, out, now, with, wording)
}

func (s *Service) previewMessage(out *WordingPreview, code string, o app.Office, wording, probe app.OwnWording) {
	out.Paper = "先沟通短信"
	for _, sub := range s.Specimens.Subjects(paper.KindNone, code) {
		now := s.Papers.Message(fitOut(sub, o, wording))
		used := s.Papers.Message(fitOut(sub, o, probe)) != now
		if out.Message == "" || used {
			out.Message, out.Used = now, used
		}
		if used {
			return
		}
	}
}
