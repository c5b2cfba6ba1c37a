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
