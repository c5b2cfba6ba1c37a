package ledger

import (
	"time"

	"yidanqing/app"
)

// List is a version of the duty list as the ledger keeps it (清单版本).
type List struct {
	ID         string       `json:"id"`
	List       app.DutyList `json:"list"`
	ImportedAt time.Time    `json:"imported_at"` // UTC
	ImportedBy string       `json:"imported_by"`
	Withdrawn  bool         `json:"withdrawn,omitempty"` // imported by mistake: no longer used
}

// FoldList derives a list version from its events.
func FoldList(history []Entry) (List, error) {
	k, err := foldKept[app.DutyList](history, ListImported, ListWithdrawn, "a list")
	return List{ID: k.id, List: k.value, ImportedAt: k.at, ImportedBy: k.by, Withdrawn: k.gone}, err
}

// Register is a register as the ledger keeps it (名录).
type Register struct {
	ID         string       `json:"id"`
	Register   app.Register `json:"register"`
	ImportedAt time.Time    `json:"imported_at"` // UTC
	ImportedBy string       `json:"imported_by"`
	Withdrawn  bool         `json:"withdrawn,omitempty"` // imported by mistake: no longer used
}

// FoldRegister derives a register from its events.
func FoldRegister(history []Entry) (Register, error) {
	k, err := foldKept[app.Register](history, RegisterImported, RegisterWithdrawn, "a register")
	return Register{ID: k.id, Register: k.value, ImportedAt: k.at, ImportedBy: k.by, Withdrawn: k.gone}, err
}
