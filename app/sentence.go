package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// OwnSentence is what an office says on its papers in place of a sentence that came with the program (本单位的措辞).
type OwnSentence struct {
	Name string `json:"name"` // of the sentence in the wording: text/letter_opening, codes/PLEDGE/keep
	Text string `json:"text"` // as the office wrote it: 【字段】, ｛可省的话｝, one way of saying it a line; empty: as it came
}

// OwnWording is what an office says in its own words, each sentence once, in the order of their names.
type OwnWording []OwnSentence

// Tidy brings sentences into order; of two with one name the later one holds, and what is as it came is left out.
func (o OwnWording) Tidy() OwnWording {
	at := map[string]string{}
	for _, s := range o {
		at[s.Name] = s.Text
	}
	var out OwnWording
	for name, text := range at {
		if text != "" {
			out = append(out, OwnSentence{name, text})
		}
	}
	slices.SortFunc(out, func(a, b OwnSentence) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Digest is the SHA-256 of the content, hexadecimal; empty where nothing is the office's own. The order does not count.
func (o OwnWording) Digest() string {
	tidy := o.Tidy()
	if len(tidy) == 0 {
		return ""
	}
	b, err := json.Marshal(tidy)
	if err != nil { // the type holds only strings
		panic(fmt.Sprintf("own wording: %v", err))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
