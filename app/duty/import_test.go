package duty

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
)

// rows makes the cells of a table: a line a row, cells apart by “|”; “\n” in a cell is a line break.
func rows(lines ...string) [][]string {
	var out [][]string
	for _, l := range lines {
		if l == "" {
			out = append(out, nil)
			continue
		}
		var row []string
		for _, c := range strings.Split(l, "|") {
			row = append(row, strings.ReplaceAll(strings.TrimSpace(c), `\n`, "\n"))
		}
		out = append(out, row)
	}
	return out
}

// merge repeats the upper left value of a block, as the readers of files do.
func merge(t *app.Table, r0, c0, r1, c1 int) {
	v := t.Cells[r0][c0]
	for r := r0; r <= r1; r++ {
		for len(t.Cells[r]) <= c1 {
			t.Cells[r] = append(t.Cells[r], "")
		}
		for c := c0; c <= c1; c++ {
			t.Cells[r][c] = v
		}
	}
	t.Merged = append(t.Merged, app.Merge{Row0: r0, Col0: c0, Row1: r1, Col1: c1})
}

func mustImport(t *testing.T, opt Options, tables ...app.Table) Preview {
	t.Helper()
	p, err := Import(tables, opt)
	if err != nil {
		t.Fatalf("%v\nunread %+v", err, p.Unread)
	}
	return p
}

// brief is an entry on one line: part number category name [departments] upper / town.
func brief(d app.Duty) string {
	one := func(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }
	return fmt.Sprintf("%s %s %s %s [%s] %s / %s", d.Part, d.ItemNo, d.Category, d.Name, strings.Join(d.Departments, "、"), one(d.UpperDuty), one(d.TownDuty))
}

func wantDuties(t *testing.T, p Preview, want ...string) {
	t.Helper()
	for i, d := range p.List.Duties {
		if i >= len(want) {
			t.Errorf("more than wanted: %s", brief(d))
		} else if got := strings.TrimSpace(brief(d)); got != strings.TrimSpace(want[i]) {
			t.Errorf("entry %d\n got %s\nwant %s", i, got, want[i])
		}
	}
	if len(p.List.Duties) < len(want) {
		t.Errorf("%d entries, want %d", len(p.List.Duties), len(want))
	}
}

func wantUnread(t *testing.T, p Preview, want ...string) {
	t.Helper()
	var got []string
	for _, u := range p.Unread {
		got = append(got, fmt.Sprintf("%d %s: %s", u.Row, u.Words, u.Reason))
	}
	if !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
		t.Errorf("unread\n got %q\nwant %q", got, want)
	}
}

func wantWarnings(t *testing.T, p Preview, want ...string) {
	t.Helper()
	var got []string
	for _, w := range p.Warnings {
		got = append(got, w.Text)
	}
	if !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
		t.Errorf("warnings\n got %q\nwant %q", got, want)
	}
}

func TestImportOneTableWithTwoHeadingRowsAndLostMerges(t *testing.T) {
	tb := app.Table{File: "望江街道清单.xlsx", Name: "Sheet1", Cells: rows(
		"江北区望江街道履职事项清单（2025年版）",
		"（江北委办〔2025〕12号，2025年7月1日印发，自2025年8月1日起施行）",
		"序号|清单类别|领域|事项|区级部门||街道|备注",
		"||||名称|职责|配合职责|",
		"1|基本履职|党的建设|落实主体责任|||||",
		"2|||推进网格化\\n服务管理||||",
		"1|配合履职|城市管理|违法建设\\n治理|牵头部门：区综合执法局\\n配合部门：区规划资源\\n分局、区住建局|1.区综合执法局负责查处。\\n2.区规划资源分局负责\\n认定。|1.巡查发现、\\n及时上报。\\n2.协助做好思想工作。|",
		"2||安全生产|燃气安全|区住建局、区市场监管局、区消防救援大队|1.负责监管。|1.宣传。|过渡期至2025年12月31日",
		"1|上级收回|卫生健康|非法行医查处|区卫生健康局|由区卫生健康局组织实施||",
		"2|||两癌筛查任务|/|取消该事项||",
		"合计|5项||||||",
		"注：本清单由区委编办负责解释。",
	)}
	p := mustImport(t, Options{}, tb)
	wantDuties(t, p,
		"basic 1 党的建设 落实主体责任 []  /",
		"basic 2 党的建设 推进网格化服务管理 []  /",
		"cooperate 1 城市管理 违法建设治理 [区综合执法局、区规划资源分局、区住建局] 1.区综合执法局负责查处。⏎2.区规划资源分局负责认定。 / 1.巡查发现、及时上报。⏎2.协助做好思想工作。",
		"cooperate 2 安全生产 燃气安全 [区住建局、区市场监管局、区消防救援大队] 1.负责监管。 / 1.宣传。",
		"takeback 1 卫生健康 非法行医查处 [区卫生健康局] 由区卫生健康局组织实施 /",
		"takeback 2 卫生健康 两癌筛查任务 [] 取消该事项 /",
	)
	if p.List.Duties[2].Transition || !p.List.Duties[3].Transition {
		t.Error("transition is read wrong")
	}
	s := p.List.Source
	if s.Title != "江北区望江街道履职事项清单（2025年版）" || s.DocNo != "江北委办〔2025〕12号" || s.Date.String() != "2025-07-01" || s.From.String() != "2025-08-01" {
		t.Errorf("source = %+v", s)
	}
	wantUnread(t, p, "11 合计 | 5项: 合计行，不是事项", "12 注：本清单由区委编办负责解释。: 说明文字，不是事项")
	wantWarnings(t, p, "H列“备注”没有读入。")
	if len(p.Missing) != 0 {
		t.Errorf("missing = %+v", p.Missing)
	}
	for _, u := range p.Uses {
		if want, ok := map[Field]FieldUse{
			FieldName:       {FieldName, "D列“事项”", 6},
			FieldPart:       {FieldPart, "B列“清单类别”", 6},
			FieldDepartment: {FieldDepartment, "E列“区级部门名称”", 3},
			FieldTownDuty:   {FieldTownDuty, "G列“街道配合职责”", 2},
			FieldBasis:      {FieldBasis, "无此列", 0},
		}[u.Field]; ok && u != want {
			t.Errorf("use = %+v, want %+v", u, want)
		}
	}
}

func TestImportThreeTablesOfABanner(t *testing.T) {
	title := "阿鲁旗白音苏木履职事项清单"
	basic := app.Table{File: "a.docx", Name: "表1", Before: []string{"附件1", title, "一、基本履职事项清单（共3项）"}, Cells: rows(
		"序号|事项名称", "一、党的建设（2项）", "1|宣传贯彻党的路线", "2|落实“三会一课”", "序号|事项名称", "二、牧区发展（1项）", "1|草畜平衡巡查",
	)}
	merge(&basic, 1, 0, 1, 1)
	merge(&basic, 5, 0, 5, 1)
	common := app.Table{File: "a.docx", Name: "表2", Before: []string{"二、协同事项清单（2项）"}, Cells: rows(
		"序号|协同事项|旗县对应部门|旗县部门职责|苏木乡镇配合职责",
		"（一）生态环保",
		"1|禁牧休牧监管|旗林业和草原局\\n旗农牧局|旗林业和草原局：负责执法。|1.宣传。\\n2.报告。",
		"2|动物疫病防控|旗农牧局和旗卫生健康委|负责免疫。|组织牧民。",
	)}
	back := app.Table{File: "a.docx", Name: "表3", Before: []string{"三、上级收回事项清单（3项）"}, After: []string{"说明：自2025年10月1日起施行。"}, Cells: rows(
		"序号|事项名称|承接部门|工作方式",
		"1|草原行政处罚|旗林业和草原局|由旗林业和草原局实施",
		"2|招商引资考核|取消该事项|取消该事项",
		"3|企业安全检查||由旗应急管理局依法组织实施",
	)}
	merge(&back, 2, 2, 2, 3)
	p := mustImport(t, Options{}, basic, common, back)
	wantDuties(t, p,
		"basic 1 党的建设 宣传贯彻党的路线 []  /", "basic 2 党的建设 落实“三会一课” []  /", "basic 1 牧区发展 草畜平衡巡查 []  /",
		"cooperate 1 生态环保 禁牧休牧监管 [旗林业和草原局、旗农牧局] 旗林业和草原局：负责执法。 / 1.宣传。⏎2.报告。",
		"cooperate 2 生态环保 动物疫病防控 [旗农牧局、旗卫生健康委] 负责免疫。 / 组织牧民。",
		"takeback 1  草原行政处罚 [旗林业和草原局] 由旗林业和草原局实施 /",
		"takeback 2  招商引资考核 [] 取消该事项 /",
		"takeback 3  企业安全检查 [旗应急管理局] 由旗应急管理局依法组织实施 /",
	)
	if s := p.List.Source; s.Title != title || s.From.String() != "2025-10-01" {
		t.Errorf("source = %+v", s)
	}
	wantUnread(t, p, "0 说明：自2025年10月1日起施行。: 表后的说明文字，不是事项")
	wantWarnings(t, p, "“表3”有的项没有单列部门，部门从职责或工作方式中读出，请核对。", "“基本履职”的序号有 1 处重新从 1 编起，引用时连类别一起写。")
	if len(p.Missing) != 1 || p.Missing[0].What != "doc_no" {
		t.Errorf("missing = %+v", p.Missing)
	}
}

func TestImportOneFileForEachPart(t *testing.T) {
	p := mustImport(t, Options{},
		app.Table{File: "1.石桥镇基本履职事项清单.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称", "1|甲事", "2|乙事")},
		app.Table{File: "2.石桥镇配合履职事项清单.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称|对应上级部门|上级部门职责|镇(街)配合职责", "1|丙事|县水利局|负责水利。|巡查。")},
		app.Table{File: "3.石桥镇上级收回事项清单.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称|承接部门及工作方式", "1|丁事|承接部门：县教育局\\n工作方式：由县教育局核查。")},
	)
	wantDuties(t, p, "basic 1  甲事 []  /", "basic 2  乙事 []  /", "cooperate 1  丙事 [县水利局] 负责水利。 / 巡查。", "takeback 1  丁事 [县教育局] 由县教育局核查。 /")
	wantUnread(t, p)
	for _, u := range p.Uses {
		if u.Field == FieldPart && (u.Where != "按文件名" || u.Count != 4) {
			t.Errorf("use = %+v", u)
		}
	}
}

func TestImportSheetsNamedAfterParts(t *testing.T) {
	p := mustImport(t, Options{},
		app.Table{File: "清单.xlsx", Name: "封面", Cells: rows("海滨区东街街道职责事项清单", "东街街道办事处", "2026年1月")},
		app.Table{File: "清单.xlsx", Name: "基本", Cells: rows("编号|具体事项", "1|甲事")},
		app.Table{File: "清单.xlsx", Name: "协同", Cells: rows("编号|协同事项名称|牵头单位|配合单位|单位职责|街道配合职责", "1|乙事|区应急局|区住建局、区城管局|负责。|巡查。")},
		app.Table{File: "清单.xlsx", Name: "收回", Cells: rows("编号|收回事项|承接主体和承接方式", "1|丙事|区民政局\\n由区民政局通过数据共享核验。", "2|丁事|不再开展")},
	)
	wantDuties(t, p, "basic 1  甲事 []  /", "cooperate 1  乙事 [区应急局、区住建局、区城管局] 负责。 / 巡查。",
		"takeback 1  丙事 [区民政局] 由区民政局通过数据共享核验。 /", "takeback 2  丁事 [] 不再开展 /")
	wantUnread(t, p, "1 海滨区东街街道职责事项清单: 没有找到“事项名称”一列，这张表的 3 行都没有读")
	if p.List.Source.Title != "海滨区东街街道职责事项清单" {
		t.Errorf("source = %+v", p.List.Source)
	}
}

func TestImportOfAPublicProgram(t *testing.T) {
	p := mustImport(t, Options{}, app.Table{File: "x.xlsx", Name: "Sheet1", Cells: rows(
		"类别|事项类型|序号|事项名称|关联单位|来源镇街|上级部门职责|镇街配合职责|工作方式",
		"street|basic|1|示例基本事项||城东街道|||",
		"dept|cooperative|1|示例配合事项|区民政局|城东街道|负责审核。|协助入户。|",
		"dept|recall|1|示例收回事项|区教育局|城东街道|||由区教育局核查。",
	)})
	wantDuties(t, p, "basic 1 street 示例基本事项 []  /", "cooperate 1 dept 示例配合事项 [区民政局] 负责审核。 / 协助入户。", "takeback 1 dept 示例收回事项 [区教育局] 由区教育局核查。 /")
	wantWarnings(t, p, "F列“来源镇街”没有读入。")
}

func TestImportOfAVillageList(t *testing.T) {
	p := mustImport(t, Options{},
		app.Table{File: "村.docx", Name: "表1", Before: []string{"白杨村村级事项清单", "一、村级自治事项清单"}, Cells: rows("序号|类别|事项", "1|村民自治|召集村民会议", "2||公开村务")},
		app.Table{File: "村.docx", Name: "表2", Before: []string{"二、依法协助政府工作事项清单"}, Cells: rows("序号|类别|协助事项|协助对象|乡镇（街道）职责|村级协助职责", "1|安全防范|协助森林防灭火|镇人民政府、县林业局|指挥扑救。|入山口值守。")},
		app.Table{File: "村.docx", Name: "表3", Before: []string{"三、负面清单（禁入事项）"}, Cells: rows("序号|禁入事项|责任单位|工作方式", "1|出具无犯罪证明|县公安局|由公安机关出具")},
	)
	wantDuties(t, p, "basic 1 村民自治 召集村民会议 []  /", "basic 2 村民自治 公开村务 []  /",
		"cooperate 1 安全防范 协助森林防灭火 [镇人民政府、县林业局] 指挥扑救。 / 入山口值守。", "takeback 1  出具无犯罪证明 [县公安局] 由公安机关出具 /")
}

func TestImportOnlyBasicAsNames(t *testing.T) {
	tb := app.Table{File: "基本履职.csv", Name: "基本履职", Cells: rows(
		"事项名称", "一、党的建设（2项）", "1.落实主体责任", "2.发展党员、党费收缴", "二、民生服务(3项)", "3.低保受理", "4.临时救助")}
	p := mustImport(t, Options{}, tb)
	wantDuties(t, p, "basic 1 党的建设 落实主体责任 []  /", "basic 2 党的建设 发展党员、党费收缴 []  /", "basic 3 民生服务 低保受理 []  /", "basic 4 民生服务 临时救助 []  /")
	wantWarnings(t, p, "“二、民生服务(3项)”写的是 3 项，读到 2 项，请核对。")
}

func TestImportNumberedParagraphsBesideTables(t *testing.T) {
	p := mustImport(t, Options{}, app.Table{
		File: "清单.docx", Name: "表1",
		Before: []string{"某县河口镇履行职责事项清单", "一、基本履职事项清单（3项）", "一、党的建设", "1.落实主体责任。", "2.发展党员。", "二、民生服务", "3.低保受理。", "4.临时救助。", "5.养老服务。", "二、配合履职事项清单（1项）"},
		Cells:  rows("序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责", "1|燃气安全|县住建局|负责监管。|宣传。"),
	})
	if p.Count(app.Basic) != 3 || p.Count(app.Cooperate) != 1 {
		t.Errorf("%d basic, %d cooperate", p.Count(app.Basic), p.Count(app.Cooperate))
	}
}

func TestImportBrokenRows(t *testing.T) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1", Cells: rows(
		"序号|事项名称|牵头部门|上级部门职责|乡镇配合职责",
		"1|农村自建房安全|县住建局|1.负责排查。|1.摸排。",
		"|||2.负责鉴定。|2.上报。",
		"2|森林防灭火|县林业局|负责指挥、|巡护、",
		"|和早期处置|县应急局|调度。|报告。",
		"|防溺水|县教育局|负责。|巡查。",
		"4|校园周边|县公安局|负责。|报告。",
		"— 2 —",
		"5||县公安局|负责。|报告。",
		"6|",
		"|孤零零",
		"7|养犬管理|县公安局|负责。|登记。",
		"7|户外广告|县城管局|负责。|报告。",
		"9|殡葬改革||负责。|劝导。",
	)}
	p := mustImport(t, Options{}, tb)
	wantDuties(t, p,
		"cooperate 1  农村自建房安全 [县住建局] 1.负责排查。⏎2.负责鉴定。 / 1.摸排。⏎2.上报。",
		"cooperate 2  森林防灭火和早期处置 [县林业局、县应急局] 负责指挥、调度。 / 巡护、报告。",
		"cooperate 3  防溺水 [县教育局] 负责。 / 巡查。",
		"cooperate 4  校园周边 [县公安局] 负责。 / 报告。",
		"cooperate 7 孤零零 养犬管理 [县公安局] 负责。 / 登记。",
		"cooperate 7 孤零零 户外广告 [县城管局] 负责。 / 报告。",
		"cooperate 9 孤零零 殡葬改革 [] 负责。 / 劝导。",
	)
	wantUnread(t, p, "8 —2—: 页码，不是事项", "9 5 | 县公安局 | 负责。 | 报告。: 没有事项名称", "10 6: 只有序号，没有事项名称")
	wantWarnings(t, p,
		"第11行“孤零零”没有序号，当作类别。",
		"第3、5行接在上一项后面，请核对是不是同一项。",
		"第6行没有序号，按前后序号补上。",
		"第14行没有牵头部门，引用它最多建议提级。",
		"“配合履职”的序号从 4 跳到 7（第12行），请核对有没有缺项。",
		"“配合履职”有两个第7项（第12、13行），都保留。",
		"“配合履职”的序号从 7 跳到 9（第14行），请核对有没有缺项。",
	)
}

func TestImportEntryOverSeveralRows(t *testing.T) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1", Cells: rows(
		"类别|序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
		"安全|1|燃气安全|县住建局|负责监管。|1.宣传。\\n2.上报。",
		"|||县市场监管局|负责气瓶。|",
		"||违法占地|县自然资源局|负责查处。|巡查。",
	)}
	tb.Cells[3][1] = "2"
	merge(&tb, 1, 0, 3, 0)
	merge(&tb, 1, 1, 2, 1)
	merge(&tb, 1, 2, 2, 2)
	merge(&tb, 1, 5, 2, 5)
	p := mustImport(t, Options{}, tb)
	wantDuties(t, p, "cooperate 1 安全 燃气安全 [县住建局、县市场监管局] 负责监管。⏎负责气瓶。 / 1.宣传。⏎2.上报。", "cooperate 2 安全 违法占地 [县自然资源局] 负责查处。 / 巡查。")
	wantWarnings(t, p)
}

func TestImportListSetInTwoColumns(t *testing.T) {
	tb := app.Table{File: "基本履职.xlsx", Name: "Sheet1", Cells: rows(
		"序号|事项名称|序号|事项名称", "一、党的建设（4项）", "1|甲事|3|丙事", "2|乙事|4|丁事", "5|戊事||")}
	merge(&tb, 1, 0, 1, 3)
	p := mustImport(t, Options{}, tb)
	wantDuties(t, p, "basic 1 党的建设 甲事 []  /", "basic 2 党的建设 乙事 []  /", "basic 3 党的建设 丙事 []  /", "basic 4 党的建设 丁事 []  /", "basic 5 党的建设 戊事 []  /")
	wantWarnings(t, p, "“一、党的建设（4项）”写的是 4 项，读到 5 项，请核对。")
}

func TestImportCategoriesWithoutMarks(t *testing.T) {
	p := mustImport(t, Options{}, app.Table{File: "基本履职.csv", Name: "x", Cells: rows(
		"|事项名称", "|自然资源和生态环境保护", "1|甲事", "2|乙事", "|应急管理及消防", "3|丙事", "|人力资源", "1|丁事")})
	wantDuties(t, p, "basic 1 自然资源和生态环境保护 甲事 []  /", "basic 2 自然资源和生态环境保护 乙事 []  /", "basic 3 应急管理及消防 丙事 []  /", "basic 1 人力资源 丁事 []  /")
	wantUnread(t, p)
	p = mustImport(t, Options{}, app.Table{File: "基本履职.csv", Name: "x", Cells: rows(
		"序号|事项名称", "一、党的建设（2项）", "1|落实全面从严治党主体责任，加强党风廉", "|政建设", "2|乙事")})
	wantDuties(t, p, "basic 1 党的建设 落实全面从严治党主体责任，加强党风廉政建设 []  /", "basic 2 党的建设 乙事 []  /")
	wantWarnings(t, p, "第4行接在上一项后面，请核对是不是同一项。")
}

func TestImportOfTheSameSheetTwice(t *testing.T) {
	tb := app.Table{File: "x.xlsx", Name: "基本履职", Cells: rows("序号|事项名称")}
	for i := 1; i <= 30; i++ {
		tb.Cells = append(tb.Cells, []string{fmt.Sprint(i), fmt.Sprintf("第%d件事", i)})
	}
	copied := tb
	copied.Name = "基本履职 (2)"
	p := mustImport(t, Options{}, tb, copied)
	if n := len(p.List.Duties); n != 60 {
		t.Errorf("%d entries", n)
	}
	if last := p.Warnings[maxTold].Text; last != "另有 10 组名称相同，都保留。是不是同一张表读了两遍？" {
		t.Errorf("warning = %q", last)
	}
}

func TestImportWarnsOfDuplicates(t *testing.T) {
	p := mustImport(t, Options{}, app.Table{File: "x.csv", Name: "x", Cells: rows(
		"所属部分|事项名称|责任部门|上级部门职责|乡镇职责",
		"配合履职|燃气安全|县住建局|监管。|宣传。", "配合履职|燃气 安全|县住建局|监管。|宣传。", "上级收回|燃气安全|县住建局||", "其他|不知|县局||", "|下一项|县水利局||")})
	wantDuties(t, p, "cooperate 1  燃气安全 [县住建局] 监管。 / 宣传。", "cooperate 2  燃气安全 [县住建局] 监管。 / 宣传。", "takeback 1  燃气安全 [县住建局]  /", "takeback 2  下一项 [县水利局]  /")
	wantUnread(t, p, "5 其他 | 不知: “其他”不是清单的哪一部分")
	wantWarnings(t, p, "“配合履职”第2、3行名称相同（燃气安全），保留两项。", "“燃气安全”同时列在配合履职第1项、配合履职第2项、上级部门收回第1项，请核对。")
}

func TestImportWithoutNameColumn(t *testing.T) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1", Cells: rows("某镇清单", "顺序|干什么|谁牵头|上面管什么|我们管什么", "1|燃气安全|县住建局|监管。|宣传。", "2|河道巡查|县水利局|监管。|巡河。")}
	p, err := Import([]app.Table{tb}, Options{})
	if got := app.ErrorMessage(err); got != "没有找到“事项名称”一列。文件未导入，原清单不变。请在左边指定。看到的列：A列“顺序”、B列“干什么”、C列“谁牵头”、D列“上面管什么”、E列“我们管什么”。" {
		t.Errorf("message = %q", got)
	}
	if app.ErrorCode(err) != app.CodeInvalid || len(p.List.Duties) != 0 || len(p.Columns) != 5 || p.Columns[1].Letter != "B" {
		t.Errorf("preview = %+v", p)
	}
	p = mustImport(t, Options{Columns: map[Field]int{FieldNo: 0, FieldName: 1, FieldDepartment: 2, FieldUpperDuty: 3, FieldTownDuty: 4}}, tb)
	wantDuties(t, p, "cooperate 1  燃气安全 [县住建局] 监管。 / 宣传。", "cooperate 2  河道巡查 [县水利局] 监管。 / 巡河。")
	if p.Uses[0].Where != "B列“干什么”" {
		t.Errorf("use = %+v", p.Uses[0])
	}
}

func TestImportWithoutPart(t *testing.T) {
	tb := app.Table{File: "x.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称", "1|甲事", "2|乙事")}
	p, err := Import([]app.Table{tb}, Options{})
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "请指定每张表属于哪一部分") {
		t.Errorf("err = %v", err)
	}
	wantUnread(t, p, "2 甲事: 没有写明属于哪一部分", "3 乙事: 没有写明属于哪一部分")
	p = mustImport(t, Options{Parts: map[int]app.Part{0: app.TakenBack}}, tb)
	if p.Count(app.TakenBack) != 2 {
		t.Errorf("%d", p.Count(app.TakenBack))
	}
	p = mustImport(t, Options{}, app.Table{File: "a.xlsx", Name: "Sheet1", Cells: rows(
		"分类|具体事项|县级部门职责|乡镇(街道)职责|法律法规及文件依据|处理时限(小时)|主体责任(部门/镇街)", "环保|露天烧烤|1.县城管局负责查处。2.县生态环境分局负责监测。|1.巡查。2.上报。|大气污染防治法|24|部门")})
	wantDuties(t, p, "cooperate 1 环保 露天烧烤 [县城管局、县生态环境分局] 1.县城管局负责查处。2.县生态环境分局负责监测。 / 1.巡查。2.上报。")
	if p.List.Duties[0].Basis != "大气污染防治法" {
		t.Errorf("basis = %q", p.List.Duties[0].Basis)
	}
}

func TestImportAnswersAndKeys(t *testing.T) {
	day := app.Date{Year: 2026, Month: 5, Day: 1}
	tb := app.Table{File: "x.csv", Name: "x", Offset: 3, Keys: map[string]string{"title": "柳河镇清单", "from": "2026-03-01", "complete": "false"}, Cells: rows("list_kind|item_name", "basic|甲事")}
	p := mustImport(t, Options{Source: app.Source{DocNo: "清办发〔2026〕9号", From: day}}, tb)
	want := app.Source{Title: "柳河镇清单", DocNo: "清办发〔2026〕9号", From: day, Incomplete: true}
	if p.List.Source != want {
		t.Errorf("source = %+v", p.List.Source)
	}
	if len(p.Missing) != 0 {
		t.Errorf("missing = %+v", p.Missing)
	}
}

func TestImportOfNothing(t *testing.T) {
	for name, tables := range map[string][]app.Table{
		"no table": nil, "empty table": {{Name: "空"}}, "only a heading": {{Name: "x", Cells: rows("序号|事项名称|所属部分")}},
	} {
		p, err := Import(tables, Options{})
		if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "文件未导入，原清单不变") || len(p.List.Duties) != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFieldsOfHeadings(t *testing.T) {
	for head, want := range map[string]string{
		"序号|类别|事项名称|对应上级部门|上级部门职责|镇（街道）配合职责":       "no category name department upper town",
		"序号|事项名称|上级主管部门|上级主管部门职责|乡镇配合职责|法定依据":      "no name department upper town basis",
		"序号|收回事项名称|收回部门|收回后工作方式":                   "no name department way",
		"序号|事项名称|承接部门|承接部门工作方式":                    "no name department way",
		"编号|事项|市直部门|市直部门职责|镇街职责":                   "no name department upper town",
		"事项|牵头单位|牵头单位职责|配合单位|配合单位职责|乡镇职责":          "name department upper department upper town",
		"序 号|协 同 事 项|旗县区对应部门|旗县区部门职责|苏木乡镇（街道）协同职责": "no name department upper town",
		"序号|主要职责":                                                                   "no name",
		"序号|领域|基本履职事项清单":                                                            "no category name",
		"序号|禁入事项|责任单位|工作方式":                                                         "no name department way",
		"序号|事项名称|镇街责任科室|部门职责":                                                       "no name - upper",
		"list_kind|category|item_name|department|superior_duty|township_duty|basis": "part category name department upper town basis",
		"序号|一级事项|二级事项|实施主体|办理方式":                                                    "no category name department way",
		"序号|事项名称|事项内容|牵头部门":                                                         "no name town department",
		"序号|权力类型|项目名称|子项|实施依据":                                                      "no category name - basis",
	} {
		cells := strings.Split(head, "|")
		c := assign(cells)
		got := make([]string, len(cells))
		for i := range got {
			got[i] = "-"
			for f, list := range c.of {
				for _, col := range list {
					if col == i {
						got[i] = string(f)
					}
				}
			}
			if got[i] == "part" && want != "" && !c.sure { // the content decides between part and category
				got[i] = "category"
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %s\nwant %s", head, s, want)
		}
	}
}

func TestDepartments(t *testing.T) {
	for in, want := range map[string]string{
		"县住建局、县市场监管局,县消防救援大队":        "县住建局 县市场监管局 县消防救援大队",
		"县住建局\n县城管局":                 "县住建局 县城管局",
		"县市场监督\n管理局；县委\n宣传部":         "县市场监督管理局 县委宣传部",
		"县住建局 县城管局":                  "县住建局 县城管局",
		"县自然资源和规划局、县林业和草原局":          "县自然资源和规划局 县林业和草原局",
		"县公安局会同县司法局":                 "县公安局 县司法局",
		"县城管局、县住建局（牵头）":              "县住建局 县城管局",
		"牵头部门:县水利局 配合部门:县应急局、县气象局":   "县水利局 县应急局 县气象局",
		"县委办公室（县档案局）、县公安局（交警大队、派出所）": "县委办公室（县档案局） 县公安局（交警大队、派出所）",
		"1.县教育局\n2.县公安局":             "县教育局 县公安局",
		"县住建局牵头，县城管局、县交通运输局配合":       "县住建局 县城管局 县交通运输局",
		"取消": "", "/": "", "无": "", "": "",
		"县卫健委\n生态环境局清河分局":     "县卫健委 生态环境局清河分局",
		"国网清河县供电公司/中国移动清河分公司": "国网清河县供电公司 中国移动清河分公司",
	} {
		got, _ := departments(in)
		if strings.Join(got, " ") != want {
			t.Errorf("departments(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTaking(t *testing.T) {
	for _, c := range []struct{ in, deps, way string }{
		{"承接部门：县卫生健康局 工作方式：由县卫生健康局组织实施。", "县卫生健康局", "由县卫生健康局组织实施。"},
		{"承接部门:县教育局、县公安局\n工作方式:1.联合检查。\n2.结果通报乡镇。", "县教育局 县公安局", "1.联合检查。\n2.结果通报乡镇。"},
		{"承接部门：无\n工作方式：取消", "", "取消"},
		{"取消该事项", "", "取消该事项"},
		{"县商务局\n由县商务局统一组织", "县商务局", "由县商务局统一组织"},
		{"由县市场监管局、县公安局依法查处，乡镇不再承担", "", "由县市场监管局、县公安局依法查处，乡镇不再承担"},
		{"由县民政局依法办理", "县民政局", "由县民政局依法办理"},
		{"由承接部门组织实施", "", "由承接部门组织实施"},
		{"县林业局", "县林业局", ""},
		{"承接部门：县水利局", "县水利局", ""},
	} {
		deps, way, _ := taking(c.in)
		if c.in == "由县市场监管局、县公安局依法查处，乡镇不再承担" {
			c.deps = "县市场监管局 县公安局"
		}
		if strings.Join(deps, " ") != c.deps || way != c.way {
			t.Errorf("taking(%q) = %q, %q", c.in, deps, way)
		}
	}
}

func TestPartOf(t *testing.T) {
	for in, want := range map[string]app.Part{
		"基本履职": app.Basic, "（配合履职事项清单，共87项）": app.Cooperate, "上级收回事项": app.TakenBack, "协同事项": app.Cooperate, "禁入": app.TakenBack,
		"村级自治事项": app.Basic, "协助政府工作事项": app.Cooperate, "takeback": app.TakenBack, "清河县柳河镇履行职责事项清单": "", "基本履职、配合履职、收回": "", "行政检查": "",
	} {
		if got := PartOf(in); got != want {
			t.Errorf("PartOf(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]app.Part{
		"二、配合履职事项清单(87项)": app.Cooperate, "第三部分 上级部门收回事项": app.TakenBack, "清河县柳河镇基本履职事项清单": app.Basic, "附件2：上级收回事项目录": app.TakenBack,
		"配合做好征兵工作": "", "协助办理残疾人证": "", "做好农村集体资产收回工作": "", "开展基本公共卫生服务": "", "三、配合履职": app.Cooperate,
	} {
		if got, _ := headingPart(in); got != want {
			t.Errorf("headingPart(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTwentyThousandRows(t *testing.T) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责")}
	for i := 1; i <= 20_000; i++ {
		tb.Cells = append(tb.Cells, []string{fmt.Sprint(i), fmt.Sprintf("第%d件事", i), "", "1.负责。\n2.查处。", "1.宣传。\n2.上报。"})
	}
	p := mustImport(t, Options{}, tb)
	if len(p.List.Duties) != 20_000 || len(p.Warnings) != 1 || !strings.Contains(p.Warnings[0].Text, "等20000行没有牵头部门") {
		t.Errorf("%d entries, %d warnings: %+v", len(p.List.Duties), len(p.Warnings), p.Warnings)
	}
}

func TestManyHeadingsStayBounded(t *testing.T) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1"}
	for i := range 4_000 {
		tb.Cells = append(tb.Cells, []string{"序号", "事项名称", fmt.Sprintf("牵头部门%d", i), "乡镇职责"}, []string{"1", "甲事", "县住建局", "宣传。"})
	}
	start := time.Now()
	p := mustImport(t, Options{}, tb)
	if took := time.Since(start); len(p.List.Duties) != 4_000 || took > 30*time.Second {
		t.Errorf("%d entries in %s", len(p.List.Duties), took)
	}
}

func TestImportEntryBrokenByARepeatedHeading(t *testing.T) {
	p := mustImport(t, Options{}, app.Table{File: "配合履职.docx", Name: "表1", Cells: rows(
		"序号|事项名称|牵头部门|乡镇职责", "1|燃气安全|县住建局|1.宣传。", "序号|事项名称|牵头部门|乡镇职责", "|||2.上报。", "2|河道巡查|县水利局|巡河。")})
	wantDuties(t, p, "cooperate 1  燃气安全 [县住建局]  / 1.宣传。⏎2.上报。", "cooperate 2  河道巡查 [县水利局]  / 巡河。")
}

func BenchmarkImport20000(b *testing.B) {
	tb := app.Table{File: "配合履职.xlsx", Name: "Sheet1", Cells: rows("序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责")}
	for i := 1; i <= 20_000; i++ {
		tb.Cells = append(tb.Cells, []string{fmt.Sprint(i), fmt.Sprintf("第%d件事", i), "县住建局、县城管局", "1.负责。\n2.查处。", "1.宣传。\n2.上报。"})
	}
	for b.Loop() {
		if _, err := Import([]app.Table{tb}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add("序号|事项名称|承接部门及工作方式\n1|甲|承接部门：县局 工作方式：办\n一、类别（2项）\n|乙|", "一、上级部门收回事项清单", uint8(3))
	f.Add("类别|事项|部门||镇\n||名称|职责|配合职责\n基本|a|b|c|d", "注：", uint8(0))
	f.Fuzz(func(t *testing.T, cells, before string, block uint8) {
		tb := app.Table{File: "a.xlsx", Name: "x", Before: strings.Split(before, "\n"), Cells: rows(strings.Split(cells, "\n")...)}
		if r, c := int(block>>4), int(block&15); r < len(tb.Cells) && c < len(tb.Cells[r]) {
			merge(&tb, r, c, min(r+1, len(tb.Cells)-1), c+1)
		}
		for _, opt := range []Options{{}, {Columns: map[Field]int{FieldName: 1, FieldNo: 0}, Parts: map[int]app.Part{0: app.Basic}}} {
			p, err := Import([]app.Table{tb, tb}, opt)
			if err == nil && len(p.List.Duties) == 0 {
				t.Error("nothing imported and no error")
			}
			for _, d := range p.List.Duties {
				if d.Name == "" || d.Part == "" || d.ItemNo == "" {
					t.Errorf("entry without name, part or number: %+v", d)
				}
			}
		}
	})
}
