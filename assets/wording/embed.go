// Package wording carries the sentences of the documents as data. Its form is described by paper.Wording; README.md
// tells how to change it.
package wording

import _ "embed"

// Paper is the wording of the documents, JSON.
//
//go:embed paper.json
var Paper []byte
