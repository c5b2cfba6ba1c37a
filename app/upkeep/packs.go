package upkeep

import (
	"context"
	"reflect"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Packs gives the imported negative lists, the first imported first.
func (s *Service) Packs(ctx context.Context) ([]ledger.Pack, error) {
	own, err := s.Reader.Own(ctx)
	return own.Packs, err
}

// ImportPack keeps a negative list; its rows are rules of the office's own from the next check on. CodeConflict if the
// same rows are there already.
func (s *Service) ImportPack(ctx context.Context, p app.RulePack) (id string, err error) {
	if len(p.Rules) == 0 {
		return "", app.Errorf(app.CodeInvalid, "没有读出负面清单的条目，没有导入，原规则不变。")
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return "", err
	}
	for _, o := range own.Packs {
		if reflect.DeepEqual(o.Pack.Rules, p.Rules) {
			return "", app.Errorf(app.CodeConflict, "这份负面清单已经导入过（%s，%d 条），没有重复导入。", o.Pack.Source.Title, len(p.Rules))
		}
	}
	err = s.Writer.Write(ctx, func(b ledger.Book) error {
		id = b.NewID()
		_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectPack, ID: id}, ledger.PackImported, p)
		return err
	})
	return id, err
}

// RemovePack takes an imported negative list out of use. It stays in the ledger.
func (s *Service) RemovePack(ctx context.Context, id string) error {
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return err
	}
	for _, o := range own.Packs {
		if o.ID == id {
			return s.Writer.Write(ctx, func(b ledger.Book) error {
				_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectPack, ID: id}, ledger.PackRemoved, ledger.ReasonPayload{Reason: "移除"})
				return err
			})
		}
	}
	return app.Errorf(app.CodeNotFound, "没有找到这份负面清单，可能已经移除。")
}

// packColumns are the columns of the template of a negative list, with an example.
var packColumns = [][2]string{{"要求或说法", "不得要求村级重复报送纸质材料；报纸质版"}, {"依据文件", "《清河县为基层减负负面清单》"}, {"条款", "第2条"}, {"级别", "提醒"}}

// SavePackTemplate writes an empty table to be filled in for a negative list, and gives its path.
func (s *Service) SavePackTemplate(ctx context.Context, folder string) (string, error) {
	return s.saveTemplate(ctx, folder, "负面清单模板.xlsx", "为基层减负负面清单", packColumns)
}
