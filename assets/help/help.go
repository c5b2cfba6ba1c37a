// Package help embeds the texts of the help page.
package help

import _ "embed"

// Texts are the verdicts, keys and notes of the help page, as JSON.
//
//go:embed help.json
var Texts []byte
