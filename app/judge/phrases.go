package judge

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
)

// MakePhrases makes the bytes of a table of phrasing from files of example sentences and the words of the lexicon.
func MakePhrases(lex *lexicon.Lexicon, files [][]byte) ([]byte, error) {
	var examples []phrasing.Example
	for i, data := range files {
		read, err := phrasing.ReadExamples(data, func(id string) bool { return lex.ConceptByID(id) >= 0 })
		if err != nil {
			return nil, app.WrapError(app.CodeInvalid, err, "第 %d 个例句文件有错。", i+1)
		}
		examples = append(examples, read...)
	}
	var words []phrasing.Words
	for _, c := range lex.Concepts {
		w := phrasing.Words{Concept: c.ID}
		for _, name := range c.Names {
			w.Words = append(w.Words, strings.Split(name, "…")...)
		}
		words = append(words, w)
	}
	return phrasing.Build(examples, words)
}
