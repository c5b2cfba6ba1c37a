package window_test

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
)

// wordsPress writes papers as the program does; each page holds one line with all the words.
type wordsPress struct{ *paper.Writer }

func (wordsPress) SetPages(_ context.Context, contents []paper.Content, _ paper.Facts) ([]paper.Page, error) {
	var pages []paper.Page
	for _, c := range contents {
		page := paper.Page{Width: paper.PageWidth, Height: paper.PageHeight}
		for i, f := range c.Record().Facts {
			page.Items = append(page.Items, paper.Item{Text: f.Text, X: 30, Y: float64(40 + 5*i), Size: 12, Face: paper.FaceBody})
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func (f *fakeOffice) Wordings(ctx context.Context) (upkeep.Wordings, error) {
	return f.own.Wordings(ctx)
}

func (f *fakeOffice) ChangeSentence(ctx context.Context, name, text string) error {
	f.called("sentence " + name)
	return f.own.ChangeSentence(ctx, name, text)
}

func (f *fakeOffice) ResetSentence(ctx context.Context, name string) error {
	return f.own.ResetSentence(ctx, name)
}

func (f *fakeOffice) ResetPaper(ctx context.Context, title string) (int, error) {
	return f.own.ResetPaper(ctx, title)
}

func (f *fakeOffice) PreviewSentence(ctx context.Context, name, text string) (upkeep.WordingPreview, error) {
	return f.own.PreviewSentence(ctx, name, text)
}

func (f *fakeOffice) SaveWording(_ context.Context, folder, _ string) (string, error) {
	f.called("export wording")
	return folder + "/文书措辞.txt", nil
}

func (f *fakeOffice) ImportWording(ctx context.Context, text string) (int, error) {
	return f.own.ImportWording(ctx, text)
}

func (f *fakeOffice) ReadPlain(_ context.Context, path string) (string, error) {
	if err := f.badFiles[path]; err != nil {
		return "", err
	}
	return f.files[path], nil
}

// sentence is a sentence as it stands.
func (f *fakeOffice) sentence(name string) upkeep.SentenceRow {
	all, err := f.own.Wordings(context.Background())
	if err != nil {
		panic(err)
	}
	for _, p := range all.Papers {
		for _, r := range p.Rows {
			if r.Name == name {
				return r
			}
		}
	}
	return upkeep.SentenceRow{}
}

// setOwnOffice makes the office another one, for everything that the fake does and for what the real use case does beside it.
func (f *fakeOffice) setOwnOffice(o app.Office) {
	f.set.Office = o
	if err := f.own.SaveSettings(context.Background(), ledger.Settings{Office: o}); err != nil {
		panic(err)
	}
}
