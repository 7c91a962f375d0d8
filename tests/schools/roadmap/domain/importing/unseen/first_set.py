"""The set-aside roadmaps drawn first."""

from collections.abc import Callable

from tests.schools.roadmap.domain.importing.unseen import odd_word_shapes, other_shapes, word_shapes
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen

FIRST: tuple[Callable[[], Unseen], ...] = (
    word_shapes.classic_with_a_page_break,
    word_shapes.stages_down_the_first_column,
    word_shapes.deadline_first_and_numbers_drawn_by_word,
    word_shapes.two_models_and_indicators,
    word_shapes.header_in_two_rows,
    word_shapes.cut_without_a_second_header,
    odd_word_shapes.revised_and_controlled,
    odd_word_shapes.lists_in_cells,
    odd_word_shapes.a_roadmap_within_a_layout_table,
    odd_word_shapes.stages_as_bold_rows_of_five_cells,
    other_shapes.excel_with_titles_above,
    other_shapes.excel_two_sheets,
    other_shapes.page_of_a_site,
    other_shapes.pasted_with_tabs,
    other_shapes.pasted_cell_by_cell,
)
