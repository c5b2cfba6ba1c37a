package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// RuleChange is what an office changed of a rule (规则改动). It may soften a rule, word it otherwise or switch it off; what
// a rule does to a verdict (its role) is no part of it. Empty parts leave the rule as it came.
type RuleChange struct {
	Code     string   `json:"code"`
	Off      bool     `json:"off,omitempty"`
	Severity Severity `json:"severity,omitempty"`
	// Basis is the basis to be printed; nil: as it came, "": none.
	Basis *string `json:"basis,omitempty"`
	// Point and Advice are the words on a paper: what does not agree, and what is proposed instead.
	Point  string `json:"point,omitempty"`
	Advice string `json:"advice,omitempty"`
	// Number is the number of a rule that has one (days, counts); 0: as it came.
	Number int `json:"number,omitempty"`
}

// Empty tells whether nothing is changed.
func (c RuleChange) Empty() bool {
	return !c.Off && c.Severity == "" && c.Basis == nil && c.Point == "" && c.Advice == "" && c.Number == 0
}

// OwnRule is one row of a negative list that an office imported (负面清单), or a rule that it wrote: what must not be asked, and
// where it is written.
type OwnRule struct {
	Title    string   `json:"title"`              // 要求或说法; words that may stand for it are parted by ；
	Document string   `json:"document,omitempty"` // 依据文件
	Place    string   `json:"place,omitempty"`    // 条款
	Severity Severity `json:"severity"`
	// Wordings are what is looked for in a notice; none: the title. Except are words beside which the thing is lawful.
	Wordings []string `json:"wordings,omitempty"`
	Except   []string `json:"except,omitempty"`
	// Role is RoleMeans (建议调整) or RoleNote (只提醒), empty: RoleMeans. An own rule refuses and escalates nothing.
	Role Role `json:"role,omitempty"`
}

// Basis is the basis as it is printed, empty where the row names no document.
func (r OwnRule) Basis() string {
	if r.Document == "" {
		return ""
	}
	return r.Document + r.Place
}

// RulePack is an imported negative list (负面清单).
type RulePack struct {
	Source Source    `json:"source"`
	Rules  []OwnRule `json:"rules"`
	// Written tells that the office wrote the one rule itself: no list was imported.
	Written bool `json:"written,omitempty"`
}

// OwnWord is a word of the office's own for a concept of the lexicon (本单位用语).
type OwnWord struct {
	Word    string `json:"word"`
	Concept string `json:"concept"` // id in the lexicon
}

// OwnRules is everything by which an office judges otherwise than the program as it came.
type OwnRules struct {
	Changes []RuleChange `json:"changes,omitempty"`
	Packs   []RulePack   `json:"packs,omitempty"`
	Words   []OwnWord    `json:"words,omitempty"`
}

// Digest is the SHA-256 of the content, hexadecimal; empty where nothing is the office's own.
func (o OwnRules) Digest() string {
	if len(o.Changes) == 0 && len(o.Packs) == 0 && len(o.Words) == 0 {
		return ""
	}
	b, err := json.Marshal(o)
	if err != nil { // the type holds only strings, dates and booleans
		panic(fmt.Sprintf("own rules: %v", err))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
