package ledger

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// OldLedger is one import of what the office kept before this program (旧台账). Its rows are no notices: they have no
// number and no state, no alert looks at them, and statistics use them for 与使用前比 only.
type OldLedger struct {
	ID         string        `json:"id"`
	Old        app.OldLedger `json:"old"`
	ImportedAt time.Time     `json:"imported_at"` // UTC
	ImportedBy string        `json:"imported_by"`
	Withdrawn  bool          `json:"withdrawn,omitempty"` // the import was taken back as a whole
}

// FoldOldLedger derives an import from its events.
func FoldOldLedger(history []Entry) (OldLedger, error) {
	var l OldLedger
	for _, e := range history {
		switch {
		case e.Event.Type == OldLedgerImported && l.ID == "":
			l = OldLedger{ID: e.Event.Subject.ID, ImportedAt: e.Event.Time, ImportedBy: e.Event.Actor}
			if err := decode(e, &l.Old); err != nil {
				return OldLedger{}, err
			}
		case e.Event.Type == OldLedgerWithdrawn && l.ID != "":
			if l.Withdrawn {
				return OldLedger{}, app.Errorf(CodeState, "这次导入已经撤回。记录未变。")
			}
			l.Withdrawn = true
		default:
			return OldLedger{}, fmt.Errorf("%s does not fit an old ledger", e.Event.Type)
		}
	}
	return l, nil
}
