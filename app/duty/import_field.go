package duty

import (
	"regexp"
	"strings"

	"yidanqing/app/table"
)

// Field is what a column of a published list holds.
type Field string

// The fields of a list. A field may have several columns (牵头部门, 配合部门); FieldTaking is the column that holds
// department and way of working together.
const (
	FieldName       Field = "name"       // 事项名称
	FieldPart       Field = "part"       // 所属部分
	FieldNo         Field = "no"         // 序号
	FieldCategory   Field = "category"   // 类别
	FieldDepartment Field = "department" // 对应上级部门, 承接部门
	FieldUpperDuty  Field = "upper"      // 上级部门职责
	FieldWay        Field = "way"        // 工作方式
	FieldTaking     Field = "taking"     // 承接部门及工作方式
	FieldTownDuty   Field = "town"       // 乡镇(街道)配合职责
	FieldBasis      Field = "basis"      // 依据
	FieldFrom       Field = "from"       // 施行日期
	FieldTransition Field = "transition" // 过渡期
)

// Fields are the fields in the order in which the import window shows them.
func Fields() []Field {
	return []Field{
		FieldName, FieldPart, FieldNo, FieldCategory, FieldDepartment, FieldUpperDuty, FieldTownDuty, FieldTaking, FieldWay, FieldBasis,
		FieldFrom, FieldTransition,
	}
}

// Title is the field in the words of the import window.
func (f Field) Title() string {
	switch f {
	case FieldName:
		return "事项名称"
	case FieldPart:
		return "所属部分"
	case FieldNo:
		return "序号"
	case FieldCategory:
		return "类别"
	case FieldDepartment:
		return "牵头部门"
	case FieldUpperDuty:
		return "上级部门职责"
	case FieldWay:
		return "工作方式"
	case FieldTaking:
		return "承接部门及工作方式"
	case FieldTownDuty:
		return "乡镇职责"
	case FieldBasis:
		return "法律依据"
	case FieldFrom:
		return "施行日期"
	case FieldTransition:
		return "过渡期"
	}
	return ""
}

// fieldRemark is a column that is known and not read: 备注, 联系人, 时限 …
const fieldRemark Field = "remark"

// fieldContent is 事项内容 beside 事项名称: the office's own duty where the list has no other column for it.
const fieldContent Field = "content"

// fieldRule maps folded headings to a field. rank orders columns that claim the same field: the lower one wins where a
// field can have only one column.
type fieldRule struct {
	field Field
	rank  int
	form  *regexp.Regexp
}

// own and upper bodies as headings name them.
const (
	ownBody   = `(乡镇|镇街|镇乡|街道|苏木|嘎查|乡级|镇级|本级|本镇|本乡|本街道|基层|村级|村居|社区|村社区|村|town|township)`
	upperBody = `(部门|上级|县级|县直|区级|区直|市级|市直|旗县|旗级|县区|县市|主管|主责|承接|牵头|政府|superior|upper)`
	dutyWord  = `(职责|责任|任务|职责任务|工作职责|职责分工|责任分工|工作任务|主要职责|duty|duties)`
)

// fieldRules are tried in this order.
var fieldRules = []fieldRule{
	{FieldNo, 1, regexp.MustCompile(`^(序号|编号|序|项号|项次|条目|号|事项编码|事项编号|清单序号|编码|项目编码|事项序号|itemno|no|num|index|id|\d*序号)$`)},
	{FieldPart, 1, regexp.MustCompile(`^(listkind|kind|part|所属部分|部分|清单类别|清单类型|清单种类|清单名称|所属清单|清单|履职类型|履职类别|履职性质|职责类型|职责性质|事项性质)$`)},
	{FieldPart, 2, regexp.MustCompile(`^(事项类型|事项类别|类型|类别|分类|事项分类|性质|listtype|type)$`)},
	{FieldTransition, 1, regexp.MustCompile(`过渡期`)},
	{FieldTaking, 1, regexp.MustCompile(`(部门|单位|主体|机构).*(方式|措施|工作要求)$|方式.*(部门|单位|主体|机构)$`)},
	{FieldBasis, 1, regexp.MustCompile(`(依据|^basis$|法律法规|政策文件)`)},
	{FieldFrom, 1, regexp.MustCompile(`^(from|.*(施行|实施|生效|执行|承接|移交|起始|启用)(日期|时间))$`)},
	{fieldRemark, 1, regexp.MustCompile(`^(备注|说明|其他|其它|附注|remark|remarks|note|notes|来源.*|联系人|联系电话|电话|.*时限.*|填报.*|制表.*|填表.*|审核.*|更新.*)$`)},
	{FieldTownDuty, 1, regexp.MustCompile(`^.*` + ownBody + `.*(配合|协助|协同)(履职|工作)*(职责|责任|任务|内容|事项|义务)*$`)},
	{FieldTownDuty, 1, regexp.MustCompile(`^(配合|协助|协同|协办)(工作)?(职责|责任|任务|内容|事项内容|工作内容|履职内容|具体内容|具体职责)$`)},
	{FieldUpperDuty, 1, regexp.MustCompile(`^.*` + upperBody + `.*` + dutyWord + `(清单|内容|事项)?$`)},
	{FieldTownDuty, 2, regexp.MustCompile(`^.*(` + ownBody + `|镇).*(` + dutyWord + `|工作内容|内容)$`)},
	{FieldUpperDuty, 2, regexp.MustCompile(`^.*(县|市|区|旗|州|省|局|单位|机关).*` + dutyWord + `$`)},
	{FieldWay, 1, regexp.MustCompile(`^.*(方式|措施|工作要求|处理意见|处置意见|承接要求|收回后.*|way)$`)},
	{FieldCategory, 1, regexp.MustCompile(`^(category|类别|事项类别|分类|事项分类|类型|领域|所属领域|领域分类|领域类别|事项领域|职责类别|所属类别|工作类别|业务类别|一级.*|大类|板块|条线|归类|工作领域)$`)},
	{FieldCategory, 2, regexp.MustCompile(`(类别|领域|分类|板块|类型)$`)},
	{FieldDepartment, 1, regexp.MustCompile(`^(department|departments|dept|部门|对应上级部门|对应部门|对应上级|上级部门|承接部门|牵头部门|责任部门|主管部门|上级部门名称|上级)$`)},
	{FieldDepartment, 2, regexp.MustCompile(`(部门|部门名称|单位|单位名称|主体|机构|机关|对象|协助.*组织)$`)},
	{FieldName, 1, regexp.MustCompile(`^(itemname|事项名称|清单事项名称|具体事项名称|履职事项名称|职责事项名称|事项名|name)$`)},
	{FieldName, 2, regexp.MustCompile(`(事项名称|项目名称|职责名称|任务名称|工作名称)$`)},
	{FieldName, 3, regexp.MustCompile(`^(具体事项|清单事项|履职事项|职责事项|工作事项|主要事项|二级事项|三级事项|基本履职事项|配合履职事项|协同事项|协助事项|自治事项|禁入事项|负面事项|收回事项|上级部门收回事项|上级收回事项|子项)$`)},
	{FieldName, 4, regexp.MustCompile(`^(名称|事项|事项清单|清单内容|title|item)$`)},
	{FieldName, 5, regexp.MustCompile(`事项(清单)?$`)},
	{fieldContent, 1, regexp.MustCompile(`(内容|职责|责任|任务|描述|说明|要求)$`)},
}

// maxHeading is how long a column heading may be, in runes: longer cells are sentences.
const maxHeading = 30

// fieldOf tells which fields a heading may stand for, the likeliest first. Several remain where only the content
// decides: 事项类型 may name the part or a category.
func fieldOf(heading string) []fieldRule {
	line := table.Line(heading)
	if n := len([]rune(line)); n == 0 || n > maxHeading || strings.ContainsAny(line, "。；;！:：，,") {
		return nil
	}
	var out []fieldRule
	for _, form := range []string{table.Fold(heading), table.Fold(table.WithoutBrackets(heading))} {
		if form == "" {
			continue
		}
		for _, r := range fieldRules {
			if r.form.MatchString(form) && !hasRule(out, r.field) {
				out = append(out, r)
			}
		}
	}
	return out
}

func hasRule(list []fieldRule, f Field) bool {
	for _, r := range list {
		if r.field == f {
			return true
		}
	}
	return false
}
