package app

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// OldLedger is a ledger that the office kept before this program (旧台账), as one of its files holds it. It is no record of
// this program: its rows have no number, nothing was compared, and they are never counted together with notices.
type OldLedger struct {
	File string   `json:"file"` // name of the file
	Rows []OldRow `json:"rows"`
}

// OldRow is one line of an old ledger: one arrival, as somebody wrote it down.
type OldRow struct {
	Sheet   string  `json:"sheet,omitempty"` // where the file has several
	Row     int     `json:"row"`             // as the file counts
	Date    Date    `json:"date"`
	Issuer  string  `json:"issuer,omitempty"`
	Title   string  `json:"title"`
	DocNo   string  `json:"doc_no,omitempty"`
	Kind    Kind    `json:"kind,omitempty"`    // empty where its words tell no kind
	Verdict Verdict `json:"verdict,omitempty"` // what was done (处理); empty where its words tell nothing
	// KindWords and VerdictWords are what stands in the file.
	KindWords    string `json:"kind_words,omitempty"`
	VerdictWords string `json:"verdict_words,omitempty"`
}

// Key is the same for rows that write the same arrival down: day, issuer, title and document number.
func (r OldRow) Key() string {
	return strings.Join([]string{r.Date.String(), r.Issuer, r.Title, r.DocNo}, "\x00")
}

// Span is the first and the last day of the rows; zero where there are none.
func (l OldLedger) Span() (first, last Date) {
	for _, r := range l.Rows {
		if first.IsZero() || r.Date.Before(first) {
			first = r.Date
		}
		if last.Before(r.Date) || last.IsZero() {
			last = r.Date
		}
	}
	return first, last
}

// Digest is the SHA-256 of the rows, hexadecimal, whatever the file is called: it finds what was imported already.
func (l OldLedger) Digest() string {
	h := sha256.New()
	for _, r := range l.Rows {
		h.Write([]byte(strings.Join([]string{r.Sheet, strconv.Itoa(r.Row), r.Key(), r.KindWords, r.VerdictWords}, "\x00") + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}
