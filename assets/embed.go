// Package assets carries the program's data: rules, lexicon, holidays, weights, sample list and notices. It imports
// nothing of ours and is handed to the parts that need it by main.
package assets

import "embed"

// Rules is the rule pack, JSON.
//
//go:embed rules/rules.json
var Rules []byte

// Weights are the learned weights of the judgement, JSON (yidanqing learn).
//
//go:embed weights/weights.json
var Weights []byte

// Concepts, Actions, Departments and Emergency are the lexicon, TSV.
//
//go:embed lexicon/concepts.tsv
var Concepts []byte

//go:embed lexicon/actions.tsv
var Actions []byte

//go:embed lexicon/departments.tsv
var Departments []byte

//go:embed lexicon/emergency.tsv
var Emergency []byte

// Vectors are the word vectors of the matcher (vector/README.md tells how they are made).
//
//go:embed vector/words.vec
var Vectors []byte

// Phrases are the ways in which people speak of things (phrasing/README.md tells how they are made).
//
//go:embed phrasing/phrases.bin
var Phrases []byte

//go:embed calendar/*.txt
var calendars embed.FS

// Calendars are the holiday files, one a year, in the order of their names.
func Calendars() [][]byte {
	entries, err := calendars.ReadDir("calendar")
	if err != nil { // the folder is embedded
		panic(err)
	}
	var out [][]byte
	for _, e := range entries {
		b, err := calendars.ReadFile("calendar/" + e.Name())
		if err != nil {
			panic(err)
		}
		out = append(out, b)
	}
	return out
}

// SampleList is the sample list of an invented town, TSV; papers written by it say that they are samples.
//
//go:embed sample/list.tsv
var SampleList []byte

// SampleNotice is a notice to the town of the sample list.
//
//go:embed sample/notice.txt
var SampleNotice string

//go:embed sample/app.tsv sample/campaign.tsv sample/form.tsv sample/inspection.tsv sample/meeting.tsv
var sampleRegisters embed.FS

// SampleRegister is the sample register of a kind (app, campaign, form, inspection, meeting), TSV.
func SampleRegister(kind string) []byte {
	b, err := sampleRegisters.ReadFile("sample/" + kind + ".tsv")
	if err != nil { // a kind that the program does not know
		panic(err)
	}
	return b
}
