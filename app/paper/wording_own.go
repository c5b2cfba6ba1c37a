package paper

import (
	"cmp"
	"maps"
	"strings"

	"yidanqing/app"
)

// WordingSentence is a sentence that an office may put into its own words (措辞).
type WordingSentence struct {
	Name    string // text/letter_opening
	Paper   string // the paper that it stands on: 反馈函
	Label   string // what it says there: 开头
	Kind    Kind   // of paper by which it is shown; KindNone: the message of 先沟通
	Shipped string // as it came with the program, as an office reads it: 【字段】, ｛可省的话｝, one way of saying it a line
	Fields  []Field
	OneLine bool // it has no fields, so that one way of saying it is all that there can be
}

// Sentences are the sentences that an office may change, paper by paper in the order in which they are shown.
func (w *Wording) Sentences() []WordingSentence {
	var out []WordingSentence
	for _, g := range w.groups() {
		for _, e := range g.list {
			coded := w.coded(e.name)
			if coded == "" {
				continue
			}
			out = append(out, WordingSentence{Name: e.name, Paper: g.title, Label: e.label, Kind: cmp.Or(e.kind, g.kind), Shipped: written(coded),
				Fields: w.fieldsFor(e.name), OneLine: len(fieldsOf(coded)) == 0})
		}
	}
	return out
}

// CheckSentence tells what is wrong with a sentence that an office wrote; nil: nothing. The error is a *Fault with its place,
// or CodeNotFound for a sentence that may not be changed.
func (w *Wording) CheckSentence(s app.OwnSentence) error {
	_, e, ok := w.entry(s.Name)
	if !ok || w.coded(s.Name) == "" {
		return app.Errorf(app.CodeNotFound, "没有可改的语句“%s”。没有改动。", s.Name)
	}
	if _, fault := w.readSentence(e, s.Text); fault != nil {
		return fault
	}
	return nil
}

// Try is a sentence filled with examples of its fields, for a look while it is written; empty where it is faulty.
func (w *Wording) Try(s app.OwnSentence) string {
	coded, _, fault := readWritten(s.Text)
	if fault != nil {
		return ""
	}
	values := map[string]string{}
	for _, n := range fieldsOf(coded) {
		f, _ := fieldNamed(n)
		values[n] = f.Like
	}
	return fill(coded, values)
}

// With is the wording with an office's own sentences in it. Those that this program cannot take, because they were written
// with another version of it or in another place, are left as they came and named.
func (w *Wording) With(own app.OwnWording) (*Wording, []string) {
	var left []string
	taken := app.OwnWording{}
	out := *w
	for _, s := range own.Tidy() {
		_, e, ok := w.entry(s.Name)
		if !ok {
			left = append(left, s.Name)
			continue
		}
		coded, fault := w.readSentence(e, s.Text)
		if fault != nil {
			left = append(left, s.Name)
			continue
		}
		if coded == strings.TrimSuffix(w.coded(s.Name), "|") { // as it came
			continue
		}
		if len(taken) == 0 {
			out.Text, out.Codes, out.Village = maps.Clone(w.Text), maps.Clone(w.Codes), maps.Clone(w.Village)
			out.Talks, out.Month = maps.Clone(w.Talks), maps.Clone(w.Month)
		}
		out.put(s.Name, coded)
		taken = append(taken, s)
	}
	if len(taken) > 0 {
		out.Version += editionMark + taken.Digest()[:editionLength]
	}
	return &out, left
}

// The version of a wording with an office's own sentences is that of the program's and a digest of theirs: 1-3f9a2c1b. So the
// same words always have the same version.
const (
	editionMark   = "-"
	editionLength = 8
)

// Edition is the version of the wording with an office's own sentences, as papers print it (版式).
func (w *Wording) Edition(own app.OwnWording) string {
	with, _ := w.With(own)
	return with.Version
}

// worded is a writer with an office's own sentences.
type worded struct {
	digest string
	writer *Writer
}

// in is the writer of an office that has its own sentences. The last one is kept: papers of one office follow one another.
func (w *Writer) in(own app.OwnWording) *Writer {
	if len(own) == 0 || w.office {
		return w
	}
	digest := own.Digest()
	if last := w.last.Load(); last != nil && last.digest == digest {
		return last.writer
	}
	words, _ := w.words.With(own)
	out := &Writer{words: words, office: true, Words: w.Words}
	w.last.Store(&worded{digest, out})
	return out
}
