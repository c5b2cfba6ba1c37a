package intake

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
)

// PreviewOldLedger reads the tables of one file of an old ledger for a look before anything is stored. Rows that an
// earlier import holds are named among the unread ones; where it holds them all, the error is CodeConflict. A table with
// a mark of secrecy is refused as a whole (CodeSecret), as a notice is.
func (s *Service) PreviewOldLedger(ctx context.Context, tables []app.Table, o oldledger.Options) (oldledger.Preview, error) {
	if err := refuseSecretTables(tables); err != nil {
		return oldledger.Preview{}, err
	}
	o.Today = app.DateOf(s.Now())
	p, err := oldledger.Read(tables, o)
	if err != nil {
		return p, err
	}
	imports, err := s.Reader.OldLedgers(ctx)
	if err != nil {
		return oldledger.Preview{}, err
	}
	return p, s.leaveOut(&p, imports)
}

// leaveOut names the rows that the ledger has already and takes them out of the preview.
func (s *Service) leaveOut(p *oldledger.Preview, imports []ledger.OldLedger) error {
	holder := map[string]ledger.OldLedger{} // by key of a row
	for _, l := range imports {
		if l.Withdrawn {
			continue
		}
		for _, r := range l.Old.Rows {
			holder[r.Key()] = l
		}
	}
	var fresh []app.OldRow
	var by ledger.OldLedger
	for _, r := range p.Ledger.Rows {
		l, known := holder[r.Key()]
		if !known {
			fresh = append(fresh, r)
			continue
		}
		by = l
		p.Unread = append(p.Unread, oldledger.Unread{Sheet: r.Sheet, Row: r.Row, Words: strings.Join([]string{r.Date.String(), r.Issuer, r.Title}, "　"),
			Reason: fmt.Sprintf("已在“%s”中导入过（%s）", l.Old.File, app.DateOf(l.ImportedAt.In(s.Now().Location())))})
	}
	all := len(fresh) == 0
	p.Ledger.Rows = fresh
	if all && by.ID != "" {
		return app.Errorf(app.CodeConflict, "这份旧台账的每一行都已导入过（“%s”，%s，共 %d 行），没有重复导入。台账没有变动。", by.Old.File,
			app.DateOf(by.ImportedAt.In(s.Now().Location())), len(by.Old.Rows))
	}
	return nil
}

// ImportOldLedger keeps the rows of an old ledger, marked as imported. CodeConflict where rows of it are there already:
// a preview leaves them out.
func (s *Service) ImportOldLedger(ctx context.Context, l app.OldLedger) (ledger.OldLedger, error) {
	if len(l.Rows) == 0 {
		return ledger.OldLedger{}, app.Errorf(app.CodeInvalid, "没有读出一行来件。没有导入，台账没有变动。")
	}
	for _, r := range l.Rows {
		if !r.Date.Valid() || r.Title == "" {
			return ledger.OldLedger{}, app.Errorf(app.CodeInvalid, "第 %d 行没有日期或标题。没有导入，台账没有变动。", r.Row)
		}
	}
	imports, err := s.Reader.OldLedgers(ctx)
	if err != nil {
		return ledger.OldLedger{}, err
	}
	p := oldledger.Preview{Ledger: l}
	if err := s.leaveOut(&p, imports); err != nil {
		return ledger.OldLedger{}, err
	}
	if n := len(l.Rows) - len(p.Ledger.Rows); n > 0 {
		return ledger.OldLedger{}, app.Errorf(app.CodeConflict, "有 %d 行刚才已经导入过。没有导入，台账没有变动。请重新选择文件。", n)
	}
	out := ledger.OldLedger{Old: l}
	err = s.Writer.Write(ctx, func(b ledger.Book) error {
		settings, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		out.ID, out.ImportedAt, out.ImportedBy = b.NewID(), b.Now(), settings.Office.Clerk
		_, err = b.Append(ctx, ledger.Subject{Kind: ledger.SubjectOldLedger, ID: out.ID}, ledger.OldLedgerImported, l)
		return err
	})
	return out, err
}

// WithdrawOldLedger takes a whole import back: its rows count no longer and are no longer listed. That it was there stays on
// record.
func (s *Service) WithdrawOldLedger(ctx context.Context, id, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return app.Errorf(app.CodeInvalid, "撤回导入请写一句理由，它会记入台账。")
	}
	imports, err := s.Reader.OldLedgers(ctx)
	if err != nil {
		return err
	}
	for _, l := range imports {
		if l.ID != id {
			continue
		}
		return s.Writer.Write(ctx, func(b ledger.Book) error {
			_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectOldLedger, ID: id}, ledger.OldLedgerWithdrawn, ledger.ReasonPayload{Reason: reason})
			return err
		})
	}
	return app.Errorf(app.CodeNotFound, "没有找到这次导入。")
}

// refuseSecretTables looks for a mark of secrecy in every cell and in the words around the tables. A column headed 密级 is
// read with its head.
func refuseSecretTables(tables []app.Table) error {
	for _, t := range tables {
		doc := app.Document{Name: t.File}
		for _, line := range append(append([]string{t.Name}, t.Before...), t.After...) {
			doc.Blocks = append(doc.Blocks, app.Block{Text: line})
		}
		if err := refuseSecret(doc); err != nil {
			return err
		}
		graded := map[int]bool{}
		for i, row := range t.Cells {
			for c, cell := range row {
				if cell == "" {
					continue
				}
				if squeeze(cell) == "密级" {
					graded[c] = true
					continue
				}
				words := cell
				if graded[c] {
					words = "密级：" + cell
				}
				for _, line := range strings.FieldsFunc(words, isLineBreak) {
					if mark := secrecyMark(line); mark != "" {
						return errSecret("第 "+itoa(t.Offset+i+1)+" 行有", mark)
					}
				}
			}
		}
	}
	return nil
}
